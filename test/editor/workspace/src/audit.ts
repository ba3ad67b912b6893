export function audit(text: string): void {
  console.log(text);
}

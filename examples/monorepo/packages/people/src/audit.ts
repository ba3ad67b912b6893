/** What happened, for whoever looks into a complaint. The details end up in the server's log. */
export function audit(event: string, details: unknown): void {
  console.info(JSON.stringify({ event, details }));
}

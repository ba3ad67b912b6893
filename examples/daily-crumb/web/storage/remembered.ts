/** What the browser keeps between two visits. Storage may be full or switched off: then nothing is kept. */
export function remember(key: string, value: unknown) {
  try {
    localStorage.setItem(`crumb:${key}`, JSON.stringify(value));
  } catch (error) {
    console.warn('not remembered', key, error instanceof Error ? error.name : 'unknown');
  }
}

export function recall<T>(key: string): T | null {
  const text = localStorage.getItem(`crumb:${key}`);
  return text === null ? null : (JSON.parse(text) as T);
}

export function forget(key: string) {
  localStorage.removeItem(`crumb:${key}`);
}

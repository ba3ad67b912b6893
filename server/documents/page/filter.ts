/** Runs in the reader's browser: shows the lines of a list or table that hold every word that was typed, and opens what holds them. */
export const FILTER = `
for (const area of document.querySelectorAll('.filter')) {
  const [field, status] = [area.querySelector('input'), area.querySelector('[role=status]')];
  const lines = [...area.querySelectorAll('.entries > li, tbody tr')].map((line) => [line, line.textContent.toLowerCase()]);
  const closed = [...area.children].filter((part) => part.localName === 'details');
  field.closest('p').hidden = false;
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const [line, text] of lines) {
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) shown += 1;
    }
    for (const part of closed) {
      const holds = part.querySelector('.entries > li:not([hidden]), tbody tr:not([hidden])') !== null;
      part.hidden = !holds;
      part.open = words.length > 0 && holds;
    }
    status.textContent = words.length > 0 ? shown + ' of ' + lines.length : '';
  });
}
`;

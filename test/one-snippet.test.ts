/** A tag that is loaded and started in one function or class is one thing to mend, told by the gravest of its products. */
import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const told = (text: string): string[] =>
  analyzeFiles({ 'tag.ts': text })
    .filter(({ rule }) => rule === 'tracking-without-consent')
    .map(({ message }) => message.replace(/ (by|before) .*$/, ''));

test('what starts a tag when it has arrived is told with what loads it', () => {
  expect(
    told(`export function start(id: string) {
  const script = document.createElement('script');
  script.src = 'https://www.googletagmanager.com/gtag/js?id=G-1';
  script.onload = () => gtag('config', id);
  document.head.append(script);
}
start('G-1');`),
  ).toEqual(['Google Analytics is loaded']);
});

test('advertising is graver than counting', () => {
  expect(
    told(`class Tag {
  load() {
    const script = document.createElement('script');
    script.src = 'https://www.googletagmanager.com/gtag/js?id=G-2';
    document.head.append(script);
  }
  start() {
    this.load();
    gtag('config', 'G-2');
    gtag('config', 'AW-2');
  }
}
new Tag().start();`),
  ).toEqual(['Google Ads is started']);
});

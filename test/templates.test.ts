/** Markup of components and pages: its places, and what is written of it when its code does not parse. */
import { describe, expect, test } from 'vitest';
import { KIND_NAMES } from '../server/engine/ir';
import { lower } from '../server/engine/syntax/lower';
import { code, whole } from './lowering-text';

/** "kind: text" of each instruction of the given kinds, in all functions. */
function places(path: string, text: string, ...kinds: string[]): string[] {
  const { functions, code, at, places } = lower(path, text);
  return functions.flatMap(({ first, count, start }) =>
    Array.from({ length: count }, (_, index) => first + index)
      .map((ordinal) => ({ kind: KIND_NAMES[code[at[ordinal]] & 0xff], ordinal }))
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, ordinal }) => `${kind}: ${text.slice(start + places[2 * ordinal], start + places[2 * ordinal + 1])}`),
  );
}

describe('places are those of the file', () => {
  test('Vue', () => {
    const text =
      '<script setup>const xs = [1];</script>\n<template><p v-if="xs.length" :title="a > b">A &amp; {{ xs }}</p><br></template>';
    expect(places('a.vue', text, 'element', 'get', 'binary', 'const').slice(1)).toEqual([
      'get: xs.length',
      'binary: a > b',
      'const: A &amp; ',
      'element: <p v-if="xs.length" :title="a > b">A &amp; {{ xs }}</p>',
      'const: ',
      'element: <br>',
      'element: <p v-if="xs.length" :title="a > b">A &amp; {{ xs }}</p><br>',
    ]);
  });
  test('Svelte', () => {
    const text = '<script>let xs;</script>{#each xs as x}<b on:click={() => go(x > 2)}>{x.name}</b>{/each}';
    expect(places('a.svelte', text, 'element', 'get', 'binary').slice(0, 4)).toEqual([
      `element: ${text.slice(text.indexOf('{#each'))}`,
      'get: x.name',
      'element: <b on:click={() => go(x > 2)}>{x.name}</b>',
      'element: <b on:click={() => go(x > 2)}>{x.name}</b>{/each}',
    ]);
  });
  test('Astro', () => {
    const text = "---\nconst xs = [1];\n---\n<ul {title}>{xs.map((x) => <li>{x > 2} isn't</li> <hr>)}</ul>";
    expect(places('a.astro', text, 'element', 'get', 'binary').slice(0, 5)).toEqual([
      `element: ${text.slice(text.indexOf('<ul'))}`,
      `element: ${text.slice(text.indexOf('<ul'))}`,
      'binary: x > 2',
      "element: <li>{x > 2} isn't</li>",
      'element: <hr>',
    ]);
  });
  test('HTML, also in a string', () => {
    expect(places('a.html', '<p>a<input checked></p>', 'element')).toEqual([
      'element: <input checked>',
      'element: <p>a<input checked></p>',
      'element: <p>a<input checked></p>',
    ]);
    expect(places('a.ts', 'f(`<p>${name} is <b>here</b></p>`);', 'element')).toEqual([
      'element: <b>here</b>',
      'element: <p>${name} is <b>here</b></p>',
    ]);
  });
});

describe('what is written', () => {
  const elements = (path: string, text: string): string[] =>
    code(text, path)
      .split('\n')
      .filter((line) => line.includes('= element'))
      .map((line) => line.replace(/^.*= /, ''));
  test('conditions, loops, handlers and models are those of JSX', () => {
    expect(
      code(
        '<template><li v-for="(x, i) of xs" :key="i"><input type="checkbox" v-model="x.on" @change="save"></li></template>',
        'a.vue',
      ),
    ).toMatchInlineSnapshot(`
      "  %1 = closure f1 default declared
        store default %1
      f1 function default() exported
      b0:
        %1 = global xs
        %2 = closure f2
        %3 = call %1.map(%2)
        %4 = element <> %3
        return %4

      f2 arrow(x, i) in f1
      b0:
        %1 = param 0
        store x %1
        %3 = param 1
        store i %3
        %5 = load i
        %6 = const "checkbox"
        %7 = load x
        %8 = get %7.on
        %9 = global save
        %10 = element <input type=%6 checked=%8 onChange=%9>
        %11 = element <li key=%5> %10
        return %11"
    `);
  });
  test('elements in the code of Astro, its directives and its fragments', () => {
    const text = [
      '---',
      "import Row from './Row.astro';",
      'const { open, html } = Astro.props;',
      'if (!html) return;',
      '---',
      '<!doctype html>',
      '{/* nothing */}',
      "<Row client:load {open} class:list={['a', { b: open }]} name=plain {...Astro.props}>{open && <p>It's</p> <br>}</Row>",
      '<Fragment set:html={html} /><p set:text={`${html}`} is:raw>{ no code </p>',
      '<script>f(1);</script><style>a { color: red }</style>',
    ].join('\n');
    expect(code(text, 'a.astro').replace(/^[\s\S]*?(?=^ {2}%\d+ = global f$)/m, '')).toMatchInlineSnapshot(`
      "  %14 = global f
        %15 = const 1
        %16 = call %14(%15)
        return

      f1 function default() exported
      b0:
        %1 = global default from "./Row.astro"
        %2 = load f0.open
        %3 = const "a"
        %4 = load f0.open
        %5 = object {b: %4}
        %6 = array [%3, %5]
        %7 = const "plain"
        %8 = global Astro
        %9 = get %8.props
        %10 = const false
        %11 = load f0.open
        branch %11 b13 b19
      b13:
        %14 = const "It's"
        %15 = element <p> %14
        %16 = element <br>
        %17 = element <> %15 %16
        jump b19
      b19:
        %20 = phi b0 %10, b13 %17
        %21 = element <Row open=%2 class=%6 name=%7 ...%9> of %1 %20
        %22 = load f0.html
        %23 = element <> %22
        %24 = load f0.html
        %25 = template \`\${%24}\`
        %26 = element <p textContent=%25>
        %27 = element <script>
        %28 = element <>
        %29 = element <> %21 %23 %26 %27 %28
        return %29"
    `);
  });
  test('in the code of Astro less than is no element', () => {
    expect(elements('a.astro', '{a <b && c > d ? <i /> : x.map<T>((y) => <b>{`${y}<u>`}</b>)}').join('\n')).toBe(
      'element <i>\nelement <> %19\nelement <b> %4',
    );
  });
  test('whatever is wrong with the template of an Astro component, its script is read', () => {
    for (const template of ['<p>{a +}</p>', '{', '<', '</p>', '<p {', '<p a="', '{<', '{`', '<!--', '{[<b>}', '<a b={<', '---']) {
      const { stats, functions } = lower('a.astro', `---\nfunction own() {}\n---\n<i>x</i>${template}`);
      expect(stats.syntaxErrors, template).toBe(0);
      expect(
        functions.map(({ name }) => name),
        template,
      ).toContain('own');
    }
    expect(elements('a.astro', '<p>{a +}<b>x</b>{c && <i />}</p>').join('\n')).toMatch(/<b>[\s\S]*<i>[\s\S]*<p>/);
  });
  test('a script of Astro that closes itself, or holds data, is no code', () => {
    const text =
      '<script type="x" set:html={a} /><p>x</p><script type="application/ld+json">{"a": b}</script><script>f(c);</script>';
    expect(whole(text, 'a.astro')).toContain('global f');
    expect(lower('a.astro', text).stats).toMatchObject({ syntaxErrors: 0, opaque: 0 });
  });
  test('code that does not parse is left out, its markup stays', () => {
    const { stats } = lower('a.html', '<p>{{#if x}}</p><input checked name="n">');
    expect(stats).toMatchObject({ syntaxErrors: 0, opaque: 1 });
    expect(elements('a.html', '<p>{{#if x}}</p><input checked name="n">').join()).toMatch(/element <input checked=/);
  });
  test('a script that does not parse is analysed without its template', () => {
    expect(whole('<script>const = 1; f();</script><template><p>x</p></template>', 'a.vue')).not.toContain('element');
    expect(lower('a.vue', '<template><p>x</p></template>\n<script>\nf();\n').stats.syntaxErrors).toBe(1);
    expect(
      lower('a.vue', '<template><p>a &lt;script&gt; or <script> says</p></template>\n<!--\n<script>-->').stats.syntaxErrors,
    ).toBe(0);
    expect(lower('a.vue', '<script>const = 1;</script><template><p>x</p></template>').stats.syntaxErrors).toBeGreaterThan(0);
  });
  test('scripts of a page are its code, data and what a server has yet to fill are not', () => {
    const page = (script: string) => whole(`${script}<p>x</p>`, 'a.html');
    expect(page('<script>f(a);</script>')).toContain('call');
    expect(page('<script type="module">f(a);</script>')).toContain('call');
    expect(page('<script type="application/ld+json">{"a": f(a)}</script>')).not.toContain('call');
    expect(page('<!-- <script>f(a);</script> -->')).not.toContain('call');
    expect(page('<script>f({{ a }}, {% b %});</script>')).toContain('element');
    expect(lower('a.html', '<script>f({% b %});</script>').stats.syntaxErrors).toBe(0);
  });
  test('other languages of templates are left alone', () => {
    expect(whole('<template lang="pug">\np x\n</template>', 'a.vue')).not.toContain('element');
  });
  test('ends without a beginning, and beginnings without an end', () => {
    expect(elements('a.html', '</b><ul><li>a<li>b</ul></p>')).toHaveLength(4);
  });
  test('a comment that speaks to us', () => {
    const text = '<template>\n<!-- data-ethics-disable-next-line pii-in-url -- reason: none -->\n<p>x</p></template>';
    const [comment] = lower('a.vue', text).comments;
    expect(comment?.text).toBe('data-ethics-disable-next-line pii-in-url -- reason: none');
    expect(text.slice(comment!.start, comment!.end)).toBe(text.split('\n')[1]);
  });
});

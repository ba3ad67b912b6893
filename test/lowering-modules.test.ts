/** Imports, exports and comments that speak to us. */
import { describe, expect, test } from 'vitest';
import { code, functions, head, whole } from './lowering-text';

describe('imports', () => {
  test('all forms', () => {
    expect(
      head(
        'import a, { b as c, type D, default as e } from "x"; import * as f from "y"; import type G from "z"; import "side"; import h = require("h");',
      ),
    ).toMatchInlineSnapshot(`
      "import default as a from "x"
      import b as c from "x"
      import type D as D from "x"
      import default as e from "x"
      import * as f from "y"
      import type default as G from "z"
      import "side"
      import dynamic * as h from "h""
    `);
  });
  test('their uses', () => {
    expect(code('import a, { b as c } from "x"; import * as f from "y"; a(c, f.g);')).toMatchInlineSnapshot(`
      "  %1 = global default from "x"
        %2 = global b from "x"
        %3 = global * from "y"
        %4 = get %3.g
        %5 = call %1(%2, %4)"
    `);
  });
  test('require', () => {
    expect(whole('const a = require("x"); const { b } = require("y"); require("z").c();')).toMatchInlineSnapshot(`
      "import dynamic * as a from "x"
      import dynamic * from "y"
      import dynamic * from "z"

      f0 module
      b0:
        %1 = global * from "x"
        store a %1
        %3 = global * from "y"
        %4 = get %3.b
        store b %4
        %6 = global * from "z"
        %7 = call %6.c()
        return
      "
    `);
  });
  test('import()', () => {
    expect(whole('async function f() { const { a } = await import("x"); import(b); }')).toMatchInlineSnapshot(`
      "import dynamic * from "x"

      f0 module
      b0:
        %1 = closure f1 f declared
        store f %1
        return

      f1 function f() async
      b0:
        %1 = global * from "x"
        %2 = await %1
        %3 = get %2.a
        store a %3
        %5 = global import
        %6 = global b
        %7 = call %5(%6)
        return
      "
    `);
  });
  test('import of a member', () => {
    expect(code('import A = B.C;', 'a.ts')).toMatchInlineSnapshot(`
      "  %1 = global B
        %2 = get %1.C
        store A %2"
    `);
  });
});

describe('exports', () => {
  test('declarations', () => {
    expect(
      whole(
        'export const a = 1, { b } = o; export function f() {} export class C {} export interface I {} export type T = I; export enum E { A }',
      ),
    ).toMatchInlineSnapshot(`
      "export f = slot f
      export a = slot a
      export b = slot b
      export C = slot C, shape C
      export I = shape I
      export T = shape T
      export E = slot E, shape E
      class C {}
      interface I {}
      alias T = I
      enum E { static A }
      members of C:

      f0 module
      b0:
        %1 = closure f1 f declared
        store f %1
        %3 = const 1
        store a %3
        %5 = global o
        %6 = get %5.b
        store b %6
        %8 = class C
        store C %8
        %10 = const 0
        %11 = object {A: %10}
        store E %11
        return

      f1 function f() exported
      b0:
        return
      "
    `);
  });
  test('lists', () => {
    expect(head('import { x } from "x"; interface I {} const a = 1; export { a, a as b, I, x as y };')).toMatchInlineSnapshot(`
      "import x as x from "x"
      export a = slot a
      export b = slot a
      export I = shape I
      export y = x from "x"
      interface I {}"
    `);
  });
  test('from elsewhere', () => {
    expect(head('export * from "a"; export * as b from "b"; export { c, default as d } from "c"; export type { E } from "e";'))
      .toMatchInlineSnapshot(`
      "export * = * from "a"
      export b = * from "b"
      export c = c from "c"
      export d = default from "c"
      export E = E from "e""
    `);
  });
  test('default values', () => {
    expect(whole('export default () => 1;')).toMatchInlineSnapshot(`
      "export default = slot default

      f0 module
      b0:
        %1 = closure f1 default
        store default %1
        return

      f1 arrow default() exported
      b0:
        %1 = const 1
        return %1
      "
    `);
  });
  test('default functions', () => {
    expect(whole('export default async function () {}')).toMatchInlineSnapshot(`
      "export default = slot default

      f0 module
      b0:
        %1 = closure f1 default declared
        store default %1
        return

      f1 function default() async exported
      b0:
        return
      "
    `);
  });
  test('default names', () => {
    expect(whole('class A {} export default A;')).toMatchInlineSnapshot(`
      "export default = slot default, shape A
      class A {}
      members of A:

      f0 module
      b0:
        %1 = class A
        store A %1
        %3 = load A
        store default %3
        return
      "
    `);
  });
  test('functions behind a name or a cast', () => {
    expect(functions('const f = () => 1; const g: Handler = () => 2; const h = () => 3; export { f, g };'))
      .toMatchInlineSnapshot(`
      "f1 arrow f() exported
      b0:
        %1 = const 1
        return %1

      f2 arrow g() exported
      b0:
        %1 = const 2
        return %1

      f3 arrow h()
      b0:
        %1 = const 3
        return %1"
    `);
  });
  test('export =', () => {
    expect(head('const a = 1; export = a;', 'a.ts')).toMatchInlineSnapshot(`"export = = slot default"`);
  });
});

describe('CommonJS', () => {
  test('module.exports', () => {
    expect(whole('module.exports = { a: 1 };', 'a.js')).toMatchInlineSnapshot(`
      "export = = slot module.exports

      f0 module
      b0:
        %1 = const 1
        %2 = object {a: %1}
        store module.exports %2
        return
      "
    `);
  });
  test('members', () => {
    expect(whole('exports.a = 1; module.exports.b = function () {}; exports.a = 2; if (x) exports["c"] = 3;', 'a.js'))
      .toMatchInlineSnapshot(`
      "export a = slot exports.a
      export b = slot exports.b
      export c = slot exports.c

      f0 module
      b0:
        %1 = const 1
        store exports.a %1
        %3 = closure f1 b
        store exports.b %3
        %5 = const 2
        store exports.a %5
        %7 = global x
        branch %7 b9 b13
      b9:
        %10 = const 3
        store exports.c %10
        jump b13
      b13:
        return

      f1 function b() exported
      b0:
        return
      "
    `);
  });
  test('not in a function', () => {
    expect(head('function f() { exports.a = 1; }', 'a.js')).toMatchInlineSnapshot(`""`);
  });
});

describe('comments', () => {
  test('directives', () => {
    expect(
      head(`// data-ethics-disable-next-line pii-in-logs -- why
log(a); // data-ethics-ignore x
/* data-ethics-disable */
const s = "// data-ethics-no"; const r = /data-ethics-no/; const t = \`data-ethics-no\`;
function f() { /** data-ethics-yes */ }`),
    ).toMatchInlineSnapshot(`
  "comment "data-ethics-disable-next-line pii-in-logs -- why"
  comment "data-ethics-ignore x" trailing
  comment "data-ethics-disable"
  comment "data-ethics-yes""
`);
  });
  test('directives in JSX', () => {
    expect(head('x = <p>{/* data-ethics-disable */} data-ethics-no {a /* data-ethics-two */}</p>;')).toMatchInlineSnapshot(`
      "comment "data-ethics-disable"
      comment "data-ethics-two""
    `);
  });
  test('personal members', () => {
    expect(
      head(`interface A { /** @personal email */ a: string; /** @notPersonal */ b: string; // @personal not this one
 c: string; /** @personal */ d: string }
class B { /** the name. @personal name */ e = 1; constructor(/** @personal phone */ private f: string) {} }`),
    ).toMatchInlineSnapshot(`
  "interface A { a: string @personal email; b: string @notPersonal; c: string; d: string @personal }
  class B { e @personal name; f: string @personal phone }
  members of B: constructor=f1, fields=f2"
`);
  });
  test('personal variables and parameters', () => {
    expect(
      functions(`// @personal health
const a = 1;
function f(/** @personal email */ b: string, /* @notPersonal */ c) { /** @personal name */ let d; return a; }`),
    ).toMatchInlineSnapshot(`
  "f1 function f(b: string @personal email, c @notPersonal) [b @personal email, c @notPersonal, d @personal name]
  b0:
    %1 = param 0: string
    store b %1
    %3 = param 1
    store c %3
    %5 = const undefined
    store d %5
    %7 = load f0.a
    return %7"
`);
  });
});

describe('embedded scripts', () => {
  test('Vue', () => {
    expect(
      whole(
        `<template><p v-if="a">x</p></template>
<script lang="ts">
export default { name: "x" };
</script>
<script setup lang="ts" generic="T extends A<B>">
const p = defineProps<{ a: string }>();
</script>
<style>p { color: red }</style>`,
        'a.vue',
      ),
    ).toMatchInlineSnapshot(`
      "export default = slot default

      f0 module
      b0:
        %1 = const "x"
        %2 = object {name: %1}
        store default %2
        %4 = global defineProps
        %5 = call %4<{ a: string }>()
        store p %5
        %7 = closure f1
        return

      f1 arrow()
      b0:
        %1 = global a
        branch %1 b3 b7
      b3:
        %4 = const "x"
        %5 = element <p> %4
        jump b10
      b7:
        %8 = const null
        jump b10
      b10:
        %11 = phi b3 %5, b7 %8
        %12 = element <> %11
        return %12
      "
    `);
  });
  test('Svelte', () => {
    expect(
      code(
        `<script>
  export let name;
  $: upper = name;
</script>
<p>{name}</p>`,
        'a.svelte',
      ),
    ).toMatchInlineSnapshot(`
      "f0 module [name captured]
      b0:
        %1 = closure f1 default declared
        store default %1
        %3 = global $props
        %4 = call %3()
        %5 = get %4.name
        store name %5
        %7 = load name
        %8 = global globalThis
        set %8.upper = %7
        return

      f1 function default() exported
      b0:
        %1 = load f0.name
        %2 = element <p> %1
        %3 = element <> %2
        return %3"
    `);
  });
  test('Astro', () => {
    expect(
      code(
        `---
import A from "./A.astro";
const { a }: Props = Astro.props;
---
<A a={a} />
<script>run();</script>`,
        'a.astro',
      ),
    ).toMatchInlineSnapshot(`
      "f0 module [a captured]
      b0:
        %1 = closure f1 default declared
        store default %1
        %3 = global Astro
        %4 = get %3.props
        %5 = cast %4 : Props
        %6 = get %5.a
        store a %6
        %8 = global run
        %9 = call %8()
        return

      f1 function default() exported
      b0:
        %1 = global default from "./A.astro"
        %2 = load f0.a
        %3 = element <A a=%2> of %1
        %4 = element <script>
        %5 = element <> %3 %4
        return %5"
    `);
  });
});

describe('broken source', () => {
  test('what parses is lowered', () => {
    expect(
      whole(`const a = ;
function f(b) { log(b.; return a`),
    ).toMatchInlineSnapshot(`
  "f0 module [a captured]
  b0:
    %1 = closure f1 f declared
    store f %1
    %3 = opaque
    store a %3
    return

  f1 function f(b)
  b0:
    %1 = param 0
    store b %1
    %3 = global log
    %4 = load b
    %5 = get %4.
    %6 = call %3(%5)
    %7 = load f0.a
    return %7
  "
`);
  });
  test('missing names', () => {
    expect(code('import { from "x"; class { } a. ; ( => 1')).toMatchInlineSnapshot(`
      "  %1 = class default
        store default %1
        %3 = global a
        %4 = get %3.
        %5 = closure f1
      f1 arrow()
      b0:
        %1 = const 1
        return %1"
    `);
  });
});

/** Names: scopes, shadowing, hoisting and destructuring. */
import { describe, expect, test } from 'vitest';
import { code, functions } from './lowering-text';

describe('scopes', () => {
  test('a block shadows', () => {
    expect(code('let a = 1; { let a = 2; f(a); } f(a);')).toMatchInlineSnapshot(`
      "  %1 = const 1
        store a#0 %1
        %3 = const 2
        store a#1 %3
        %5 = global f
        %6 = load a#1
        %7 = call %5(%6)
        %8 = global f
        %9 = load a#0
        %10 = call %8(%9)"
    `);
  });
  test('var belongs to the function', () => {
    expect(functions('function f() { if (x) { var a = 1; } return a; }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global x
        branch %1 b3 b7
      b3:
        %4 = const 1
        store a %4
        jump b7
      b7:
        %8 = load a
        return %8"
    `);
  });
  test('var and parameter of one name are one', () => {
    expect(functions('function f(a) { var a; return a; }')).toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        return %3"
    `);
  });
  test('variables of outer functions', () => {
    expect(code('let n = 0; function f() { n++; return () => n; }')).toMatchInlineSnapshot(`
      "f0 module [n captured]
      b0:
        %1 = closure f1 f declared
        store f %1
        %3 = const 0
        store n %3
        return

      f1 function f()
      b0:
        %1 = load f0.n
        %2 = const 1
        %3 = binary %1 + %2
        store f0.n %3
        %5 = closure f2
        return %5

      f2 arrow() in f1
      b0:
        %1 = load f0.n
        return %1"
    `);
  });
  test('loop variables', () => {
    expect(code('for (let i = 0; i < 1; i++) run(() => i); i;')).toMatchInlineSnapshot(`
      "f0 module [i captured]
      b0:
        %1 = const 0
        store i %1
        jump b4
      b4: loop
        %5 = load i
        %6 = const 1
        %7 = binary %5 < %6
        branch %7 b9 b18
      b9:
        %10 = global run
        %11 = closure f1
        %12 = call %10(%11)
        %13 = load i
        %14 = const 1
        %15 = binary %13 + %14
        store i %15
        jump b4
      b18:
        %19 = global i
        return

      f1 arrow()
      b0:
        %1 = load f0.i
        return %1"
    `);
  });
  test('catch variables', () => {
    expect(code('try { f(); } catch (e) { { let e = 1; g(e); } h(e); }')).toMatchInlineSnapshot(`
      "  branch either b2 b6
      b2:
        %3 = global f
        %4 = call %3()
        branch either b18 b6
      b6:
        %7 = catch
        store e#0 %7
        %9 = const 1
        store e#1 %9
        %11 = global g
        %12 = load e#1
        %13 = call %11(%12)
        %14 = global h
        %15 = load e#0
        %16 = call %14(%15)
        jump b18
      b18:"
    `);
  });
  test('a function expression knows itself', () => {
    expect(code('const f = function g() { return g; }; g;')).toMatchInlineSnapshot(`
      "  %1 = closure f1 g
        store f %1
        %3 = global g
      f1 function g()
      b0:
        %1 = closure f1 g
        store g %1
        %3 = load g
        return %3"
    `);
  });
  test('a class expression knows itself', () => {
    expect(code('const A = class B { m() { return B; } }; B;')).toMatchInlineSnapshot(`
      "f0 module [B captured]
      b0:
        %1 = class B
        store B %1
        store A %1
        %4 = global B
        return

      f1 method m() of B
      b0:
        %1 = load f0.B
        return %1"
    `);
  });
  test('defined later, known earlier', () => {
    expect(code('const f = () => later; const later = 1;')).toMatchInlineSnapshot(`
      "f0 module [later captured]
      b0:
        %1 = closure f1 f
        store f %1
        %3 = const 1
        store later %3
        return

      f1 arrow f()
      b0:
        %1 = load f0.later
        return %1"
    `);
  });
  test('cases of a switch share a scope', () => {
    expect(code('switch (a) { case 1: let b = 1; case 2: f(b); }')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = const 1
        %3 = binary %1 === %2
        branch %3 b11 b5
      b5:
        %6 = const 2
        %7 = binary %1 === %6
        branch %7 b15 b9
      b9:
        jump b20
      b11:
        %12 = const 1
        store b %12
        jump b15
      b15:
        %16 = global f
        %17 = load b
        %18 = call %16(%17)
        jump b20
      b20:"
    `);
  });
  test('a parameter shadows an import', () => {
    expect(code('import a from "a"; a; function f(a) { return a; }')).toMatchInlineSnapshot(`
      "  %1 = closure f1 f declared
        store f %1
        %3 = global default from "a"
      f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        return %3"
    `);
  });
  test('require that is no require', () => {
    expect(code('function f(require) { require("x"); }')).toMatchInlineSnapshot(`
      "  %1 = closure f1 f declared
        store f %1
      f1 function f(require)
      b0:
        %1 = param 0
        store require %1
        %3 = load require
        %4 = const "x"
        %5 = call %3(%4)
        return"
    `);
  });
});

describe('destructuring', () => {
  test('declarations', () => {
    expect(code('const { a, b: c, "d": e = 1, [k]: g, ...rest } = o;')).toMatchInlineSnapshot(`
      "  %1 = global o
        %2 = get %1.a
        store a %2
        %4 = get %1.b
        store c %4
        %6 = get %1.d
        %7 = const 1
        %8 = otherwise %6 default %7
        store e %8
        %10 = global k
        %11 = get %1[%10]
        store g %11
        %13 = rest %1 without a, b, d
        store rest %13"
    `);
  });
  test('nested', () => {
    expect(code('const { a: { b: [c, , d = 2, ...e] } = {} } = o;')).toMatchInlineSnapshot(`
      "  %1 = global o
        %2 = get %1.a
        %3 = object {}
        %4 = otherwise %2 default %3
        %5 = get %4.b
        %6 = get %5.0
        store c %6
        %8 = get %5.2
        %9 = const 2
        %10 = otherwise %8 default %9
        store d %10
        %12 = rest %5 from 3
        store e %12"
    `);
  });
  test('parameters', () => {
    expect(functions('function f({ a, b = 1 }: P = {}, [c]: number[], d = () => 1) {}')).toMatchInlineSnapshot(`
      "f1 function f(?: P, : number[], d?)
      b0:
        %1 = param 0: P
        %2 = object {}
        %3 = otherwise %1 default %2
        %4 = get %3.a
        store a %4
        %6 = get %3.b
        %7 = const 1
        %8 = otherwise %6 default %7
        store b %8
        %10 = param 1: number[]
        %11 = get %10.0
        store c %11
        %13 = param 2
        %14 = closure f2 d
        %15 = otherwise %13 default %14
        store d %15
        return

      f2 arrow d() in f1
      b0:
        %1 = const 1
        return %1"
    `);
  });
  test('assignments', () => {
    expect(code('let a; ({ a, b: o.p, c: [x = 1], ...o.rest } = v); [a, ...o[k]] = w;')).toMatchInlineSnapshot(`
      "  %1 = const undefined
        store a %1
        %3 = global v
        %4 = get %3.a
        store a %4
        %6 = get %3.b
        %7 = global o
        set %7.p = %6
        %9 = get %3.c
        %10 = get %9.0
        %11 = const 1
        %12 = otherwise %10 default %11
        %13 = global globalThis
        set %13.x = %12
        %15 = rest %3 without a, b, c
        %16 = global o
        set %16.rest = %15
        %18 = global w
        %19 = get %18.0
        store a %19
        %21 = rest %18 from 1
        %22 = global o
        %23 = global k
        set %22[%23] = %21"
    `);
  });
  test('a swap', () => {
    expect(code('let a = 1, b = 2; [a, b] = [b, a];')).toMatchInlineSnapshot(`
      "  %1 = const 1
        store a %1
        %3 = const 2
        store b %3
        %5 = load b
        %6 = load a
        %7 = array [%5, %6]
        %8 = get %7.0
        store a %8
        %10 = get %7.1
        store b %10"
    `);
  });
});

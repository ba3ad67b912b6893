/** Every kind of value: text → printed IR. */
import { describe, expect, test } from 'vitest';
import { code, functions } from './lowering-text';

describe('values', () => {
  test('literals are cooked', () => {
    expect(code("f('a\\n', `b`, 0x10, 1_000, 12n, /x/g, true, null, undefined, -1)")).toMatchInlineSnapshot(`
      "  %1 = global f
        %2 = const "a\\n"
        %3 = const "b"
        %4 = const 16
        %5 = const 1000
        %6 = const 12n
        %7 = const /x/g
        %8 = const true
        %9 = const null
        %10 = const undefined
        %11 = const -1
        %12 = call %1(%2, %3, %4, %5, %6, %7, %8, %9, %10, %11)"
    `);
  });
  test('a name bound nowhere is global', () => {
    expect(code('console')).toMatchInlineSnapshot(`"  %1 = global console"`);
  });
  test('this and super', () => {
    expect(functions('function f() { this; super.x; }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = this
        %2 = super
        %3 = get %2.x
        return"
    `);
  });
  test('parameters', () => {
    expect(functions('function f(a: string, b?: number, ...c: Date[]) {}')).toMatchInlineSnapshot(`
      "f1 function f(a: string, b?: number, ...c: Date[])
      b0:
        %1 = param 0: string
        store a %1
        %3 = param 1: number
        store b %3
        %5 = param ...2: Date[]
        store c %5
        return"
    `);
  });
  test('variables', () => {
    expect(code('let a = 1; a; a = 2;')).toMatchInlineSnapshot(`
      "  %1 = const 1
        store a %1
        %3 = load a
        %4 = const 2
        store a %4"
    `);
  });
  test('an annotation casts later assignments too', () => {
    expect(code('let a: User; a = load();')).toMatchInlineSnapshot(`
      "  %1 = const undefined
        %2 = cast %1 : User
        store a %2
        %4 = global load
        %5 = call %4()
        %6 = cast %5 : User
        store a %6"
    `);
  });
  test('members', () => {
    expect(code('a.b; a?.b; a[b]; a?.[b]; a["b"]; a[0];')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = get %1.b
        %3 = global a
        %4 = get %3?.b
        %5 = global a
        %6 = global b
        %7 = get %5[%6]
        %8 = global a
        %9 = global b
        %10 = get %8?.[%9]
        %11 = global a
        %12 = get %11.b
        %13 = global a
        %14 = get %13.0"
    `);
  });
  test('setting members', () => {
    expect(code('a.b = 1; a[b] = 2; a["c"] = 3; delete a.b; delete a[b]; x = delete a.b;')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = const 1
        set %1.b = %2
        %4 = global a
        %5 = global b
        %6 = const 2
        set %4[%5] = %6
        %8 = global a
        %9 = const 3
        set %8.c = %9
        %11 = global a
        delete %11.b
        %13 = global a
        %14 = global b
        delete %13[%14]
        %16 = global a
        delete %16.b
        %18 = const true
        %19 = global globalThis
        set %19.x = %18"
    `);
  });
  test('objects', () => {
    expect(code('({ a, b: 1, "c": 2, 3: 3, [d]: 4, ...e, m() {}, get g() { return 1 }, set g(v) {} });')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = const 1
        %3 = const 2
        %4 = const 3
        %5 = global d
        %6 = const 4
        %7 = global e
        %8 = closure f1 m
        %9 = closure f2 g
        %10 = closure f3 g
        %11 = object {a: %1, b: %2, c: %3, 3: %4, [%5]: %6, ...%7, method m: %8, get g: %9, set g: %10}
      f1 method m()
      b0:
        return

      f2 getter g()
      b0:
        %1 = const 1
        return %1

      f3 setter g(v)
      b0:
        %1 = param 0
        store v %1
        return"
    `);
  });
  test('arrays', () => {
    expect(code('[1, ...a, , 2];')).toMatchInlineSnapshot(`
      "  %1 = const 1
        %2 = global a
        %3 = const 2
        %4 = array [%1, ...%2, none, %3]"
    `);
  });
  test('calls', () => {
    expect(code('f(a, ...b); o.m(a); o?.m(a); o.m?.(a); o[k](a); o["m"](a); f?.(a); f<User>(a);')).toMatchInlineSnapshot(`
      "  %1 = global f
        %2 = global a
        %3 = global b
        %4 = call %1(%2, ...%3)
        %5 = global o
        %6 = global a
        %7 = call %5.m(%6)
        %8 = global o
        %9 = global a
        %10 = call %8?.m(%9)
        %11 = global o
        %12 = global a
        %13 = call %11?.m(%12)
        %14 = global o
        %15 = global k
        %16 = get %14[%15]
        %17 = global a
        %18 = call %16(%17)
        %19 = global o
        %20 = global a
        %21 = call %19.m(%20)
        %22 = global f
        %23 = global a
        %24 = call %22?(%23)
        %25 = global f
        %26 = global a
        %27 = call %25<User>(%26)"
    `);
  });
  test('calls of super', () => {
    expect(functions('class A extends B { constructor() { super(1); } m() { super.m(2); } }')).toMatchInlineSnapshot(`
      "f1 constructor constructor() of A
      b0:
        %1 = super
        %2 = const 1
        %3 = call super %1(%2)
        return

      f2 method m() of A
      b0:
        %1 = super
        %2 = const 2
        %3 = call %1.m(%2)
        return"
    `);
  });
  test('constructions', () => {
    expect(code('new A(b); new A; new ns.A<User>(...c);')).toMatchInlineSnapshot(`
      "  %1 = global A
        %2 = global b
        %3 = new %1(%2)
        %4 = global A
        %5 = new %4()
        %6 = global ns
        %7 = get %6.A
        %8 = global c
        %9 = new %7<User>(...%8)"
    `);
  });
  test('tagged templates', () => {
    expect(code('sql`a ${b} c`; o.raw`x`;')).toMatchInlineSnapshot(`
      "  %1 = global sql
        %2 = global b
        %3 = template \`a \${%2} c\`
        %4 = call %1(%3, %2) tagged
        %5 = global o
        %6 = template \`x\`
        %7 = call %5.raw(%6) tagged"
    `);
  });
  test('operators', () => {
    expect(code('a + b - c; a === b; a in b; a instanceof b; !a; typeof a; x = void a; ~a; delete a;')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = global b
        %3 = binary %1 + %2
        %4 = global c
        %5 = binary %3 - %4
        %6 = global a
        %7 = global b
        %8 = binary %6 === %7
        %9 = global a
        %10 = global b
        %11 = binary %9 in %10
        %12 = global a
        %13 = global b
        %14 = binary %12 instanceof %13
        %15 = global a
        %16 = unary ! %15
        %17 = global a
        %18 = unary typeof %17
        %19 = global a
        %20 = unary void %19
        %21 = global globalThis
        set %21.x = %20
        %23 = global a
        %24 = unary ~ %23
        %25 = global a
        %26 = unary delete %25"
    `);
  });
  test('updates give the old or the new value', () => {
    expect(code('let a = 1; x = a++; x = --a; o.n++;')).toMatchInlineSnapshot(`
      "  %1 = const 1
        store a %1
        %3 = load a
        %4 = const 1
        %5 = binary %3 + %4
        store a %5
        %7 = global globalThis
        set %7.x = %3
        %9 = load a
        %10 = const 1
        %11 = binary %9 - %10
        store a %11
        %13 = global globalThis
        set %13.x = %11
        %15 = global o
        %16 = get %15.n
        %17 = const 1
        %18 = binary %16 + %17
        set %15.n = %18"
    `);
  });
  test('compound assignments', () => {
    expect(code('let a = 1; a += 2; o.n **= 3; o[k] |= 4;')).toMatchInlineSnapshot(`
      "  %1 = const 1
        store a %1
        %3 = load a
        %4 = const 2
        %5 = binary %3 + %4
        store a %5
        %7 = global o
        %8 = get %7.n
        %9 = const 3
        %10 = binary %8 ** %9
        set %7.n = %10
        %12 = global o
        %13 = global k
        %14 = get %12[%13]
        %15 = const 4
        %16 = binary %14 | %15
        set %12[%13] = %16"
    `);
  });
  test('templates', () => {
    expect(code('`a ${b} c ${d}`;')).toMatchInlineSnapshot(`
      "  %1 = global b
        %2 = global d
        %3 = template \`a \${%1} c \${%2}\`"
    `);
  });
  test('await and yield', () => {
    expect(functions('async function* f() { await a; yield b; yield; yield* c; }')).toMatchInlineSnapshot(`
      "f1 function f() async generator
      b0:
        %1 = global a
        %2 = await %1
        %3 = global b
        %4 = yield %3
        %5 = yield none
        %6 = global c
        %7 = yield %6
        return"
    `);
  });
  test('casts', () => {
    expect(code('const x: User = a; b as User; <User>c; d satisfies User; e!; f as const;', 'a.ts')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = cast %1 : User
        store x %2
        %4 = global b
        %5 = cast %4 as User
        %6 = global c
        %7 = cast %6 as User
        %8 = global d
        %9 = cast %8 satisfies User
        %10 = global e
        %11 = global f"
    `);
  });
  test('closures take the name of their place', () => {
    expect(code('const f = () => 1; const o = { g: function () {}, h: function own() {} }; run(async () => {}); o.i = () => 2;'))
      .toMatchInlineSnapshot(`
      "  %1 = closure f1 f
        store f %1
        %3 = closure f2 g
        %4 = closure f3 own
        %5 = object {g: %3, h: %4}
        store o %5
        %7 = global run
        %8 = closure f4
        %9 = call %7(%8)
        %10 = load o
        %11 = closure f5 i
        set %10.i = %11
      f1 arrow f()
      b0:
        %1 = const 1
        return %1

      f2 function g()
      b0:
        return

      f3 function own()
      b0:
        %1 = closure f3 own
        store own %1
        return

      f4 arrow() async
      b0:
        return

      f5 arrow i()
      b0:
        %1 = const 2
        return %1"
    `);
  });
  test('a function declaration is defined where its block begins', () => {
    expect(code('f(); if (a) { g(); function g() {} } function f() {}')).toMatchInlineSnapshot(`
      "  %1 = closure f1 f declared
        store f %1
        %3 = load f
        %4 = call %3()
        %5 = global a
        branch %5 b7 b13
      b7:
        %8 = closure f2 g declared
        store g %8
        %10 = load g
        %11 = call %10()
        jump b13
      b13:
      f1 function f()
      b0:
        return

      f2 function g()
      b0:
        return"
    `);
  });
  test('comma', () => {
    expect(code('x = (a(), b);')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = call %1()
        %3 = global b
        %4 = global globalThis
        set %4.x = %3"
    `);
  });
  test('import.meta and new.target', () => {
    expect(code('import.meta.env; function F() { new.target }')).toMatchInlineSnapshot(`
      "  %1 = closure f1 F declared
        store F %1
        %3 = global import
        %4 = get %3.meta
        %5 = get %4.env
      f1 function F()
      b0:
        %1 = global new
        %2 = get %1.target
        return"
    `);
  });
});

describe('decisions', () => {
  test('&& lets only falsy content by', () => {
    expect(code('x = a && b;')).toMatchInlineSnapshot(`
      "  %1 = const false
        %2 = global a
        branch %2 b4 b7
      b4:
        %5 = global b
        jump b7
      b7:
        %8 = phi b0 %1, b4 %5
        %9 = global globalThis
        set %9.x = %8"
    `);
  });
  test('a chain of && has one short way', () => {
    expect(code('x = a && !b && c;')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b3 b9
      b3:
        %4 = global b
        branch %4 b9 b6
      b6:
        %7 = global c
        jump b12
      b9:
        %10 = const false
        jump b12
      b12:
        %13 = phi b9 %10, b6 %7
        %14 = global globalThis
        set %14.x = %13"
    `);
  });
  test('|| lets its operands by', () => {
    expect(code('x = a || b || c;')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b9 b3
      b3:
        %4 = global b
        branch %4 b9 b6
      b6:
        %7 = global c
        jump b9
      b9:
        %10 = phi b0 %1, b3 %4, b6 %7
        %11 = global globalThis
        set %11.x = %10"
    `);
  });
  test('|| inside && goes straight to its targets', () => {
    expect(code('x = (a || b) && c;')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b6 b3
      b3:
        %4 = global b
        branch %4 b6 b9
      b6:
        %7 = global c
        jump b12
      b9:
        %10 = const false
        jump b12
      b12:
        %13 = phi b9 %10, b6 %7
        %14 = global globalThis
        set %14.x = %13"
    `);
  });
  test('?? of values', () => {
    expect(code('x = a ?? b ?? 1;')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = global b
        %3 = otherwise %1 ?? %2
        %4 = const 1
        %5 = otherwise %3 ?? %4
        %6 = global globalThis
        set %6.x = %5"
    `);
  });
  test('?? with a call on its right', () => {
    expect(code('x = a ?? load();')).toMatchInlineSnapshot(`
      "  %1 = global a
        %2 = const null
        %3 = binary %1 != %2
        branch %3 b9 b5
      b5:
        %6 = global load
        %7 = call %6()
        jump b9
      b9:
        %10 = phi b0 %1, b5 %7
        %11 = global globalThis
        set %11.x = %10"
    `);
  });
  test('conditional chains are one phi', () => {
    expect(code('x = a ? b : c ? d : e;')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b3 b6
      b3:
        %4 = global b
        jump b15
      b6:
        %7 = global c
        branch %7 b9 b12
      b9:
        %10 = global d
        jump b15
      b12:
        %13 = global e
        jump b15
      b15:
        %16 = phi b3 %4, b9 %10, b12 %13
        %17 = global globalThis
        set %17.x = %16"
    `);
  });
  test('logical assignments', () => {
    expect(code('let a; a ||= 1; o.b &&= 2; a ??= 3; a ??= f();')).toMatchInlineSnapshot(`
      "  %1 = const undefined
        store a %1
        %3 = load a
        branch %3 b9 b5
      b5:
        %6 = const 1
        store a %6
        jump b9
      b9:
        %10 = phi b0 %3, b5 %6
        %11 = global o
        %12 = get %11.b
        %13 = const false
        branch %12 b15 b19
      b15:
        %16 = const 2
        set %11.b = %16
        jump b19
      b19:
        %20 = phi b9 %13, b15 %16
        %21 = load a
        %22 = const 3
        %23 = otherwise %21 ?? %22
        store a %23
        %25 = load a
        %26 = const null
        %27 = binary %25 != %26
        branch %27 b34 b29
      b29:
        %30 = global f
        %31 = call %30()
        store a %31
        jump b34
      b34:
        %35 = phi b19 %25, b29 %31"
    `);
  });
  test('an unused && is only a branch', () => {
    expect(code('a && f();')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b3 b7
      b3:
        %4 = global f
        %5 = call %4()
        jump b7
      b7:"
    `);
  });
  test('an unused ?: is only a branch', () => {
    expect(code('a ? f() : g();')).toMatchInlineSnapshot(`
      "  %1 = global a
        branch %1 b3 b7
      b3:
        %4 = global f
        %5 = call %4()
        jump b11
      b7:
        %8 = global g
        %9 = call %8()
        jump b11
      b11:"
    `);
  });
});

describe('markup', () => {
  test('elements', () => {
    expect(code('x = <a href="/" on {...p} k={v}>hi <b/>{c}{/* no */}</a>;')).toMatchInlineSnapshot(`
      "  %1 = const "/"
        %2 = const true
        %3 = global p
        %4 = global v
        %5 = const "hi "
        %6 = element <b>
        %7 = global c
        %8 = element <a href=%1 on=%2 ...%3 k=%4> %5 %6 %7
        %9 = global globalThis
        set %9.x = %8"
    `);
  });
  test('components and fragments', () => {
    expect(code('import Foo from "foo"; x = <><Foo.Bar x:y="1" /><this.C /><my-tag /></>;')).toMatchInlineSnapshot(`
      "  %1 = global default from "foo"
        %2 = get %1.Bar
        %3 = const "1"
        %4 = element <Foo.Bar x:y=%3> of %2
        %5 = this
        %6 = get %5.C
        %7 = element <this.C> of %6
        %8 = element <my-tag>
        %9 = element <> %4 %7 %8
        %10 = global globalThis
        set %10.x = %9"
    `);
  });
  test('text is trimmed by line', () => {
    expect(
      code(`x = <p>
  one
    two {a}
  three
</p>;`),
    ).toMatchInlineSnapshot(`
  "  %1 = const "one two "
    %2 = global a
    %3 = const "three"
    %4 = element <p> %1 %2 %3
    %5 = global globalThis
    set %5.x = %4"
`);
  });
});

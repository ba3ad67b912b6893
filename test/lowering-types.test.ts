/** Types, shapes and classes. */
import { describe, expect, test } from 'vitest';
import { functions, head, whole } from './lowering-text';

describe('terms', () => {
  test('keywords and references', () => {
    expect(head('type A = string; type B = Array<User>; type C = ns.User; type D = this; type E = null | undefined;'))
      .toMatchInlineSnapshot(`
      "alias A = string
      alias B = Array<User>
      alias C = ns.User
      alias D = this
      alias E = null | undefined"
    `);
  });
  test('composition', () => {
    expect(
      head(
        'type A = string[]; type B = [a: string, b?: number, ...Date[]]; type C = A | (B & string); type D = readonly string[];',
      ),
    ).toMatchInlineSnapshot(`
      "alias A = string[]
      alias B = [string, number, Date[]]
      alias C = A | B & string
      alias D = string[]"
    `);
  });
  test('literals', () => {
    expect(head('type A = "a" | 1 | -2 | true | 3n | `b`;')).toMatchInlineSnapshot(`"alias A = "a" | 1 | -2 | true | 3n | "b""`);
  });
  test('inline objects', () => {
    expect(
      head('type A = { a: string; b?: { c: number }[]; m(x: number): void; [key: string]: unknown };'),
    ).toMatchInlineSnapshot(`"alias A = { a: string; b?: ({ c: number })[]; method m: (number) => void; []: unknown }"`);
  });
  test('functions', () => {
    expect(head('type A = (a: string, b) => Promise<void>; type B = new (a: string) => A;')).toMatchInlineSnapshot(`
      "alias A = (string, ?) => Promise<void>
      alias B = (string) => A"
    `);
  });
  test('computed types', () => {
    expect(head('type A = typeof schema.x; type B = keyof A; type C = A["x"]; type D = { [K in keyof A]?: A[K] };'))
      .toMatchInlineSnapshot(`
      "alias A = typeof schema.x
      alias B = keyof A
      alias C = A["x"]
      alias D = { [in keyof A]: A[K] }"
    `);
  });
  test('conditional types', () => {
    expect(head('type A<T> = T extends string ? "s" : T extends infer U ? U : never;')).toMatchInlineSnapshot(
      `"alias A<T> = conditional("s", U, never)"`,
    );
  });
  test('not understood', () => {
    expect(head('type A = `a${string}`; type B = import("x").Y; function f(a): a is string {}')).toMatchInlineSnapshot(`
      "alias A = ?
      alias B = ?"
    `);
  });
});

describe('shapes', () => {
  test('interfaces', () => {
    expect(
      head(
        'interface A<T> extends B, ns.C<T> { readonly a: T; b?: string; m(x: T): A<T>; get g(): string; set g(v); (): void; "q-r": 1 }',
      ),
    ).toMatchInlineSnapshot(`"interface A<T> extends B, ns.C<T> { a: T; b?: string; method m: (T) => A<T>; g: string; q-r: 1 }"`);
  });
  test('inside functions', () => {
    expect(head('function f() { interface A { a: string } type B = A; }')).toMatchInlineSnapshot(`
      "interface A { a: string }
      alias B = A"
    `);
  });
  test('enums', () => {
    expect(whole('enum A { X, Y = 5, Z, S = "s", C = 1 << 2 } declare enum B { Q }')).toMatchInlineSnapshot(`
      "enum A { static X; static Y = "5"; static Z; static S = "s"; static C }
      enum B { static Q }

      f0 module
      b0:
        %1 = const 0
        %2 = const 5
        %3 = const 6
        %4 = const "s"
        %5 = const 1
        %6 = const 2
        %7 = binary %5 << %6
        %8 = object {X: %1, Y: %2, Z: %3, S: %4, C: %7}
        store A %8
        %10 = const 0
        %11 = object {Q: %10}
        store B %11
        return
      "
    `);
  });
  test('namespaces', () => {
    expect(
      whole(
        'export namespace N { export interface I { a: string } export const x = 1; const y = x; export function f() { return y; } } declare module "m" { interface J { b: N.I } }',
      ),
    ).toMatchInlineSnapshot(`
      "export N = slot N
      interface N.I { a: string }
      interface "m".J { b: N.I }

      f0 module [y captured]
      b0:
        %1 = closure f1 f declared
        store f %1
        %3 = const 1
        store x %3
        %5 = load x
        store y %5
        %7 = load x
        %8 = load f
        %9 = object {x: %7, f: %8}
        store N %9
        return

      f1 function f()
      b0:
        %1 = load f0.y
        return %1
      "
    `);
  });
  test('ambient values', () => {
    expect(
      whole('declare const a: User; declare function f(x: string): User; declare global { interface Window { a: User } } f(a);'),
    ).toMatchInlineSnapshot(`
      "interface Window { a: User }

      f0 module
      b0:
        %1 = global f
        %2 = cast %1 : (string) => User
        store f %2
        %4 = global a
        %5 = cast %4 : User
        store a %5
        %7 = load f
        %8 = load a
        %9 = call %7(%8)
        return
      "
    `);
  });
});

describe('classes', () => {
  test('members', () => {
    expect(
      whole(
        'class A<T> extends B<T> implements I, J { #p = 1; static s: number = 2; declare d: string; q; constructor(private readonly a: string, b = 1, public c?: number) { super(); this.q = b; } m(): void {} static n() {} get g() { return 1 } set g(v: number) {} static { init(); } abstract x(): void; [k]() {} }',
      ),
    ).toMatchInlineSnapshot(`
      "class A<T> extends B<T> implements I, J { #p; static s: number; d: string; q; a: string; c?: number; method m: () => void; static method n: () => none; g: number; method x: () => void; method : () => none }
      members of A: constructor=f1, m=f2, static n=f3, get g=f4, set g=f5, =f6, fields=f7, static fields=f8

      f0 module
      b0:
        %1 = global B
        %2 = class A extends %1
        store A %2
        return

      f1 constructor constructor(a: string, b?, c?: number) of A
      b0:
        %1 = param 0: string
        store a %1
        %3 = param 1
        %4 = const 1
        %5 = otherwise %3 default %4
        store b %5
        %7 = param 2: number
        store c %7
        %9 = this
        %10 = load a
        set %9.a = %10
        %12 = this
        %13 = load c
        set %12.c = %13
        %15 = super
        %16 = call super %15()
        %17 = this
        %18 = load b
        set %17.q = %18
        return

      f2 method m(): void of A
      b0:
        return

      f3 method n() of A static
      b0:
        return

      f4 getter g() of A
      b0:
        %1 = const 1
        return %1

      f5 setter g(v: number) of A
      b0:
        %1 = param 0: number
        store v %1
        return

      f6 method() of A
      b0:
        return

      f7 initializer() of A
      b0:
        %1 = this
        %2 = const 1
        set %1.#p = %2
        return

      f8 initializer() of A static
      b0:
        %1 = this
        %2 = const 2
        %3 = cast %2 : number
        set %1.s = %3
        %5 = global init
        %6 = call %5()
        return
      "
    `);
  });
  test('fields run in one function', () => {
    expect(functions('class A { a = 1; b: string = f(); h = () => this.a; [k] = 2; }')).toMatchInlineSnapshot(`
      "f1 initializer() of A
      b0:
        %1 = this
        %2 = const 1
        set %1.a = %2
        %4 = this
        %5 = global f
        %6 = call %5()
        %7 = cast %6 : string
        set %4.b = %7
        %9 = this
        %10 = closure f2 h
        set %9.h = %10
        %12 = this
        %13 = global k
        %14 = const 2
        set %12[%13] = %14
        return

      f2 arrow h() in f1
      b0:
        %1 = this
        %2 = get %1.a
        return %2"
    `);
  });
  test('decorators', () => {
    expect(
      whole(
        '@Controller("x") class A { @Inject() a: B; @Get(":id") m(@Param("id") id: string, @Body() b: C) {} constructor(@Db() db: D) {} }',
      ),
    ).toMatchInlineSnapshot(`
      "class A { a: B; method m: (string, C) => none }
      members of A: constructor=f2, m=f1, @%3 on class, @%5 on a, @%8 on m, @%11 on m 0, @%13 on m 1, @%15 on constructor 0

      f0 module
      b0:
        %1 = global Controller
        %2 = const "x"
        %3 = call %1(%2)
        %4 = global Inject
        %5 = call %4()
        %6 = global Get
        %7 = const ":id"
        %8 = call %6(%7)
        %9 = global Param
        %10 = const "id"
        %11 = call %9(%10)
        %12 = global Body
        %13 = call %12()
        %14 = global Db
        %15 = call %14()
        %16 = class A
        store A %16
        return

      f1 method m(id: string, b: C) of A
      b0:
        %1 = param 0: string
        store id %1
        %3 = param 1: C
        store b %3
        return

      f2 constructor constructor(db: D) of A
      b0:
        %1 = param 0: D
        store db %1
        return
      "
    `);
  });
  test('expressions are named by their place', () => {
    expect(whole('const A = class { m() {} }; export default class extends A {}')).toMatchInlineSnapshot(`
      "export default = slot default, shape default
      class A { method m: () => none }
      class default extends A {}
      members of A: m=f1
      members of default:

      f0 module
      b0:
        %1 = class A
        store A %1
        %3 = load A
        %4 = class default extends %3
        store default %4
        return

      f1 method m() of A
      b0:
        return
      "
    `);
  });
  test('generics and types of functions', () => {
    expect(functions('async function f<T, K extends keyof T>(a: T, k: K): Promise<T[K]> {}')).toMatchInlineSnapshot(`
      "f1 function f<T, K>(a: T, k: K): Promise<T[K]> async
      b0:
        %1 = param 0: T
        store a %1
        %3 = param 1: K
        store k %3
        return"
    `);
  });
});

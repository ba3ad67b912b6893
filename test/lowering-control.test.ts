/** Statements: text → blocks. */
import { describe, expect, test } from 'vitest';
import { functions } from './lowering-text';

describe('branches', () => {
  test('if', () => {
    expect(functions('function f(a) { if (a) x(); else y(); z(); }')).toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        branch %3 b5 b9
      b5:
        %6 = global x
        %7 = call %6()
        jump b13
      b9:
        %10 = global y
        %11 = call %10()
        jump b13
      b13:
        %14 = global z
        %15 = call %14()
        return"
    `);
  });
  test('else if', () => {
    expect(functions('function f(a) { if (a) return 1; else if (b) return 2; return 3; }')).toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        branch %3 b5 b8
      b5:
        %6 = const 1
        return %6
      b8:
        %9 = global b
        branch %9 b11 b14
      b11:
        %12 = const 2
        return %12
      b14:
        %15 = const 3
        return %15"
    `);
  });
  test('conditions short-circuit into their targets', () => {
    expect(functions('function f() { if (a && !(b || c)) x(); else y(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global a
        branch %1 b3 b13
      b3:
        %4 = global b
        branch %4 b13 b6
      b6:
        %7 = global c
        branch %7 b13 b9
      b9:
        %10 = global x
        %11 = call %10()
        jump b17
      b13:
        %14 = global y
        %15 = call %14()
        jump b17
      b17:
        return"
    `);
  });
  test('code after return is in a block of its own', () => {
    expect(functions('function f() { return 1; x(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = const 1
        return %1
      b3:
        %4 = global x
        %5 = call %4()
        return"
    `);
  });
  test('switch falls through', () => {
    expect(functions('function f(a) { switch (a) { case 1: x(); case 2: y(); break; default: z(); } w(); }'))
      .toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        %4 = const 1
        %5 = binary %3 === %4
        branch %5 b13 b7
      b7:
        %8 = const 2
        %9 = binary %3 === %8
        branch %9 b17 b11
      b11:
        jump b21
      b13:
        %14 = global x
        %15 = call %14()
        jump b17
      b17:
        %18 = global y
        %19 = call %18()
        jump b25
      b21:
        %22 = global z
        %23 = call %22()
        jump b25
      b25:
        %26 = global w
        %27 = call %26()
        return"
    `);
  });
  test('a default in the middle', () => {
    expect(functions('function f(a) { switch (a) { case 1: return 1; default: return 2; case 3: return 3; } }'))
      .toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        %4 = const 1
        %5 = binary %3 === %4
        branch %5 b13 b7
      b7:
        %8 = const 3
        %9 = binary %3 === %8
        branch %9 b19 b11
      b11:
        jump b16
      b13:
        %14 = const 1
        return %14
      b16:
        %17 = const 2
        return %17
      b19:
        %20 = const 3
        return %20"
    `);
  });
  test('switch (true) is a chain of conditions', () => {
    expect(functions('function f(a) { switch (true) { case a > 1 && b: x(); } }')).toMatchInlineSnapshot(`
      "f1 function f(a)
      b0:
        %1 = param 0
        store a %1
        %3 = load a
        %4 = const 1
        %5 = binary %3 > %4
        branch %5 b7 b10
      b7:
        %8 = global b
        branch %8 b12 b10
      b10:
        jump b16
      b12:
        %13 = global x
        %14 = call %13()
        jump b16
      b16:
        return"
    `);
  });
  test('constant conditions', () => {
    expect(functions('function f() { if (true) x(); else y(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        jump b2
      b2:
        %3 = global x
        %4 = call %3()
        jump b10
      b6:
        %7 = global y
        %8 = call %7()
        jump b10
      b10:
        return"
    `);
  });
});

describe('loops', () => {
  test('while', () => {
    expect(functions('function f() { while (a) { if (b) break; if (c) continue; x(); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        jump b2
      b2: loop
        %3 = global a
        branch %3 b5 b19
      b5:
        %6 = global b
        branch %6 b8 b10
      b8:
        jump b19
      b10:
        %11 = global c
        branch %11 b13 b15
      b13:
        jump b2
      b15:
        %16 = global x
        %17 = call %16()
        jump b2
      b19:
        return"
    `);
  });
  test('do', () => {
    expect(functions('function f() { do { x(); if (b) continue; } while (a); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        jump b2
      b2: loop
        %3 = global x
        %4 = call %3()
        %5 = global b
        branch %5 b7 b9
      b7:
        jump b11
      b9:
        jump b11
      b11:
        %12 = global a
        branch %12 b2 b14
      b14:
        return"
    `);
  });
  test('for', () => {
    expect(functions('function f() { for (let i = 0; i < 9; i++) { if (b) continue; x(i); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = const 0
        store i %1
        jump b4
      b4: loop
        %5 = load i
        %6 = const 9
        %7 = binary %5 < %6
        branch %7 b9 b25
      b9:
        %10 = global b
        branch %10 b12 b14
      b12:
        jump b19
      b14:
        %15 = global x
        %16 = load i
        %17 = call %15(%16)
        jump b19
      b19:
        %20 = load i
        %21 = const 1
        %22 = binary %20 + %21
        store i %22
        jump b4
      b25:
        return"
    `);
  });
  test('endless', () => {
    expect(functions('function f() { for (;;) { x(); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        jump b2
      b2: loop
        jump b4
      b4:
        %5 = global x
        %6 = call %5()
        jump b2"
    `);
  });
  test('no back edge, no loop', () => {
    expect(functions('function f() { while (true) { return x(); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        jump b2
      b2:
        jump b4
      b4:
        %5 = global x
        %6 = call %5()
        return %6"
    `);
  });
  test('for of', () => {
    expect(functions('function f(list) { for (const { a } of list) x(a); }')).toMatchInlineSnapshot(`
      "f1 function f(list)
      b0:
        %1 = param 0
        store list %1
        %3 = load list
        jump b5
      b5: loop
        branch either b7 b15
      b7:
        %8 = iter of %3
        %9 = get %8.a
        store a %9
        %11 = global x
        %12 = load a
        %13 = call %11(%12)
        jump b5
      b15:
        return"
    `);
  });
  test('for of into a member', () => {
    expect(functions('function f(list) { for (o.p of list) x(); }')).toMatchInlineSnapshot(`
      "f1 function f(list)
      b0:
        %1 = param 0
        store list %1
        %3 = load list
        jump b5
      b5: loop
        branch either b7 b14
      b7:
        %8 = iter of %3
        %9 = global o
        set %9.p = %8
        %11 = global x
        %12 = call %11()
        jump b5
      b14:
        return"
    `);
  });
  test('for in and for await', () => {
    expect(functions('async function f(o) { for (const k in o) x(k); for await (const c of o) x(c); }')).toMatchInlineSnapshot(`
      "f1 function f(o) async
      b0:
        %1 = param 0
        store o %1
        %3 = load o
        jump b5
      b5: loop
        branch either b7 b14
      b7:
        %8 = iter in %3
        store k %8
        %10 = global x
        %11 = load k
        %12 = call %10(%11)
        jump b5
      b14:
        %15 = load o
        jump b17
      b17: loop
        branch either b19 b26
      b19:
        %20 = iter await %15
        store c %20
        %22 = global x
        %23 = load c
        %24 = call %22(%23)
        jump b17
      b26:
        return"
    `);
  });
  test('labels', () => {
    expect(
      functions(
        'function f() { outer: for (const a of b) { for (const c of d) { if (c) continue outer; if (a) break outer; } } }',
      ),
    ).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global b
        jump b3
      b3: loop
        branch either b5 b28
      b5:
        %6 = iter of %1
        store a %6
        %8 = global d
        jump b10
      b10: loop
        branch either b12 b26
      b12:
        %13 = iter of %8
        store c %13
        %15 = load c
        branch %15 b17 b19
      b17:
        jump b3
      b19:
        %20 = load a
        branch %20 b22 b24
      b22:
        jump b28
      b24:
        jump b10
      b26:
        jump b3
      b28:
        return"
    `);
  });
  test('a labelled block', () => {
    expect(functions('function f() { done: { if (a) break done; x(); } y(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global a
        branch %1 b3 b5
      b3:
        jump b9
      b5:
        %6 = global x
        %7 = call %6()
        jump b9
      b9:
        %10 = global y
        %11 = call %10()
        return"
    `);
  });
});

describe('exceptions', () => {
  test('try and catch', () => {
    expect(functions('function f() { try { a(); } catch (e) { b(e); } c(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b6
      b2:
        %3 = global a
        %4 = call %3()
        branch either b13 b6
      b6:
        %7 = catch
        store e %7
        %9 = global b
        %10 = load e
        %11 = call %9(%10)
        jump b13
      b13:
        %14 = global c
        %15 = call %14()
        return"
    `);
  });
  test('a return inside', () => {
    expect(functions('function f() { try { return a(); } catch { return b(); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b8
      b2:
        %3 = global a
        %4 = call %3()
        branch either b6 b8
      b6:
        return %4
      b8:
        %9 = catch
        %10 = global b
        %11 = call %10()
        return %11"
    `);
  });
  test('try and finally', () => {
    expect(functions('function f() { try { a(); } finally { b(); } c(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b8
      b2:
        %3 = global a
        %4 = call %3()
        branch either b6 b8
      b6:
        jump b8
      b8:
        %9 = global b
        %10 = call %9()
        branch either b15 b12
      b12:
        %13 = catch
        throw %13
      b15:
        %16 = global c
        %17 = call %16()
        return"
    `);
  });
  test('a return through finally', () => {
    expect(functions('function f() { try { return a(); } catch (e) { b(e); } finally { c(); } d(); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b9
      b2:
        %3 = global a
        %4 = call %3()
        branch either b6 b9
      b6:
        store return %4
        jump b20
      b9:
        %10 = catch
        store e %10
        branch either b13 b20
      b13:
        %14 = global b
        %15 = load e
        %16 = call %14(%15)
        branch either b18 b20
      b18:
        jump b20
      b20:
        %21 = global c
        %22 = call %21()
        branch either b24 b27
      b24:
        %25 = load return
        return %25
      b27:
        branch either b32 b29
      b29:
        %30 = catch
        throw %30
      b32:
        %33 = global d
        %34 = call %33()
        return"
    `);
  });
  test('break and continue through finally', () => {
    expect(functions('function f() { for (const a of b) { try { if (a) break; continue; } finally { c(); } } }'))
      .toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global b
        jump b3
      b3: loop
        branch either b5 b35
      b5:
        %6 = iter of %1
        store a %6
        branch either b9 b20
      b9:
        %10 = load a
        branch %10 b12 b16
      b12:
        branch either b14 b20
      b14:
        jump b20
      b16:
        branch either b18 b20
      b18:
        jump b20
      b20:
        %21 = global c
        %22 = call %21()
        branch either b24 b26
      b24:
        jump b35
      b26:
        branch either b28 b30
      b28:
        jump b3
      b30:
        jump b32
      b32:
        %33 = catch
        throw %33
      b35:
        return"
    `);
  });
  test('a caught pattern', () => {
    expect(functions('function f() { try { a(); } catch ({ message }) { b(message); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b6
      b2:
        %3 = global a
        %4 = call %3()
        branch either b14 b6
      b6:
        %7 = catch
        %8 = get %7.message
        store message %8
        %10 = global b
        %11 = load message
        %12 = call %10(%11)
        jump b14
      b14:
        return"
    `);
  });
  test('throw', () => {
    expect(functions('function f() { throw new Error("no"); }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        %1 = global Error
        %2 = const "no"
        %3 = new %1(%2)
        throw %3"
    `);
  });
  test('throw inside try', () => {
    expect(functions('function f() { try { throw a; } catch (e) { b(e); } }')).toMatchInlineSnapshot(`
      "f1 function f()
      b0:
        branch either b2 b7
      b2:
        %3 = global a
        branch either b5 b7
      b5:
        throw %3
      b7:
        %8 = catch
        store e %8
        %10 = global b
        %11 = load e
        %12 = call %10(%11)
        return"
    `);
  });
});

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CartLine } from '../../shared/types';
import { recall, remember } from '../storage/remembered';

interface Cart {
  lines: CartLine[];
  add(sku: string): void;
  remove(sku: string): void;
  clear(): void;
}

const CartContext = createContext<Cart | null>(null);

export function CartProvider({ children }: { children: ReactNode }) {
  const [lines, setLines] = useState<CartLine[]>(() => recall<CartLine[]>('cart') ?? []);
  useEffect(() => remember('cart', lines), [lines]);

  const cart = useMemo<Cart>(
    () => ({
      lines,
      add: (sku) => setLines((before) => withOneMore(before, sku)),
      remove: (sku) => setLines((before) => before.filter((line) => line.sku !== sku)),
      clear: () => setLines([]),
    }),
    [lines],
  );
  return <CartContext.Provider value={cart}>{children}</CartContext.Provider>;
}

export function useCart(): Cart {
  const cart = useContext(CartContext);
  if (!cart) throw new Error('useCart needs a CartProvider');
  return cart;
}

function withOneMore(lines: CartLine[], sku: string): CartLine[] {
  const known = lines.some((line) => line.sku === sku);
  if (!known) return [...lines, { sku, quantity: 1 }];
  return lines.map((line) => (line.sku === sku ? { ...line, quantity: line.quantity + 1 } : line));
}

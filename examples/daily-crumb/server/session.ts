import type { NextFunction, Request, Response } from 'express';
import { prisma } from './database';

export interface SignedIn extends Request {
  customerId: string;
}

export async function requireCustomer(req: Request, res: Response, next: NextFunction) {
  const sessionId = req.get('x-session');
  const session = sessionId ? await sessions.find(sessionId) : undefined;
  if (!session) {
    res.status(401).json({ error: 'Please sign in.' });
    return;
  }
  (req as SignedIn).customerId = session.customerId;
  next();
}

const sessions = {
  async find(id: string): Promise<{ customerId: string } | undefined> {
    const rows = await prisma.$queryRaw<
      { customerId: string }[]
    >`select "customerId" from sessions where id = ${id} and expires_at > now()`;
    return rows[0];
  },
};

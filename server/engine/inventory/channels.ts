/** Where people meet a project, told by words of files, routes and names. A guess, for a policy to correct. */
import type { Channel } from '../rule/inventory';
import { wordsOf } from '../words';

const WORDS: Record<Exclude<Channel, 'web' | 'other'>, string[]> = {
  pos: ['pos', 'till', 'checkout terminal', 'kiosk', 'cashier', 'terminal'],
  survey: ['survey', 'questionnaire', 'poll', 'nps', 'csat'],
  social: ['instagram', 'facebook', 'twitter', 'tiktok', 'linkedin', 'social'],
  crm: ['crm', 'lead', 'deal', 'pipeline', 'prospect'],
  support: ['support', 'ticket', 'helpdesk', 'chat', 'complaint'],
  iot: ['sensor', 'telemetry', 'beacon', 'wearable'],
};

/** @param hints paths and names, nearest first: the first that says something decides. */
export function channelOf(hints: readonly string[], standard: Channel): Channel {
  for (const hint of hints) {
    const words = hint.split('/').flatMap((part) => wordsOf(part.replace(/\.\w+$/, '')));
    for (const [channel, known] of Object.entries(WORDS))
      if (words.some((word) => known.includes(word))) return channel as Channel;
  }
  return standard;
}

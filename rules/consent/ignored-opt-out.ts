import type { Ask, Finding, Rule } from '../../server/engine/rule';
import type { HollowErasure, IgnoredRefusal, Message, Tracking, UnreadChoice } from '../../server/engine/rule/consent';

export const ignoredOptOut: Rule = {
  id: 'ignored-opt-out',
  title: 'A choice is collected but not honoured',
  family: 'consent',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 7(3) and 21, withdrawal and objection (checked 2026-11-28)',
    'May be relevant: CPRA regulations §7025, opt-out preference signals such as Global Privacy Control (checked 2026-11-28)',
    'May be relevant: FTC Act §5, promises that are not kept (from memory, 2026-11)',
  ],
  why:
    'Somebody took the trouble to find the small “reject” and press it, or set the browser to object once for everywhere. ' +
    'When nothing follows from it, the question was a show. People who learn that a no is worth nothing stop saying it, ' +
    'also where it would have protected them.',
  limits:
    'A handler of a no counts as without effect only when all it does is in sight and only changes what the page shows; ' +
    'whatever it hands to a server, a store or a function elsewhere is taken to keep the answer. Closing a banner is no refusal; a button “Decline” that only closes it, or an answer that is kept and read only to hide the question, counts where trackers start unasked. ' +
    'A choice that is kept counts as unread when no condition, query, page or text of the project names it; that is a warning where marketing is sent, or people followed, all the same. ' +
    'A signal counts as ignored when nothing in its function depends on it. ' +
    'An erasure that only sets a flag is shown in the strict preset, where an export in sight does not look at the flag.',
  fixes: [
    'Keep the answer: write it to the consent store, a cookie or the account.',
    'Stop the SDK: `posthog.opt_out_capturing()`, `mixpanel.opt_out_tracking()`, Consent Mode updated to denied.',
    'Let the objection decide: `if (gpc) return;` before anything is tracked.',
  ],
  examples: {
    bad: [
      `function rejectAll() {
  setBannerOpen(false); // !
}`,
      `if (user.optedOut) {
  mixpanel.track('opt_out_page_view', { distinct_id: user.id }); // !
}`,
      `const gpc = req.get('Sec-GPC') === '1';
logger.debug('gpc', gpc);
await segment.track({ userId, event: 'View' }); // !`,
    ],
    ok: [
      `function rejectAll() {
  saveConsent({ analytics: false, marketing: false });
  posthog.opt_out_capturing();
  setBannerOpen(false);
}`,
      `app.post('/unsubscribe', async (req, res) => {
  await prisma.subscriber.update({ where: { token: req.body.token }, data: { unsubscribedAt: new Date() } });
  res.send('done');
});`,
      `if (user.optedOut || req.get('Sec-GPC') === '1') return next();
await segment.track({ userId, event: 'View' });`,
    ],
  },
  whole: true,
  *check(ask) {
    let atOnce: Tracking[] | null = null;
    for (const refusal of ask.ignoredRefusals()) {
      if (refusal.how !== 'kept' && refusal.how !== 'closed') {
        yield unheard(refusal);
        continue;
      }
      atOnce ??= [...ask.trackings()].filter((tracking) => isAtOnce(ask, tracking));
      const follows = atOnce.find(({ at }) => ask.runTogether(refusal.at.path, at.path));
      // Closing a notice refuses nothing where nobody is followed.
      if (follows) yield refusal.how === 'kept' ? untold(refusal, follows) : unheard(refusal);
    }
    for (const tracking of ask.trackings()) {
      if (tracking.gatedBy !== '' || ask.consent(tracking.at.path).isNecessary(tracking)) continue;
      const { guard } = tracking;
      if (guard.guarded || guard.why !== 'wrong-branch' || !guard.objection) continue;
      yield inSpite(tracking, guard.path);
    }
    for (const choice of ask.unreadChoices()) {
      const isUsed = actsOn(ask, choice) > 0;
      // A no that is kept may be for whoever sends; a yes that nobody reads was asked for nothing.
      const isYes = !/opt_?out|unsubscribed|do_?not/i.test(choice.words);
      if (isUsed || isYes || choice.about === 'sharing') yield unread(choice, isUsed);
    }
    for (const erasure of ask.hollowErasures()) yield hollow(erasure);
  },
};

/** How often the project does what a choice is about, as far as that is in sight. */
function actsOn(ask: Ask, { about }: UnreadChoice): number {
  if (about === 'sharing') return 0;
  return about === 'tracking' ? [...ask.trackings()].length : [...ask.messages()].filter((own) => isMarketing(ask, own)).length;
}

const isMarketing = (ask: Ask, message: Message): boolean => message.to !== 'own' && ask.pitch(message, [], []) !== '';

/** A tracker of a page that nobody is asked about and that nothing holds back. */
const isAtOnce = (ask: Ask, tracking: Tracking): boolean =>
  tracking.side === 'browser' &&
  tracking.gatedBy === '' &&
  tracking.endpoint === '' &&
  !tracking.cookieless &&
  !ask.consent(tracking.at.path).isNecessary(tracking) &&
  ask.consent(tracking.at.path).managedBy === '' &&
  !tracking.guard.guarded;

type Shown = Pick<Finding, 'at' | 'extent' | 'symbol' | 'path' | 'severity' | 'confidence' | 'categories'>;

/** Where a finding stands, and that it is sure. */
const shownAt = ({
  at,
  extent,
  symbol,
  path = [],
}: Pick<Finding, 'at' | 'extent' | 'symbol'> & Partial<Pick<Finding, 'path'>>): Shown => ({
  at,
  extent,
  symbol,
  path,
  severity: 'warning',
  confidence: 'high',
  categories: [],
});

function unheard(found: IgnoredRefusal): Omit<Finding, 'rule'> {
  const { how, refusal, words } = found;
  const shown = shownAt(found);
  if (how === 'signal')
    return {
      ...shown,
      kind: 'signal',
      message: `${refusal} is read, and ${words} tracks whatever it says.`,
      hint: 'Return before anything is tracked when the person objects.',
    };
  if (how === 'endpoint')
    return {
      ...shown,
      kind: 'handler',
      message: `${refusal} only answers: the no is neither kept nor passed on to what sends or tracks.`,
      hint: 'Keep the answer, and look at it before anything is sent or tracked.',
    };
  return {
    ...shown,
    kind: 'handler',
    message: `${refusal} only changes what the page shows: the no is neither kept nor passed on to what tracks.`,
    hint: 'Keep the answer, and stop the SDKs that run.',
  };
}

const untold = (found: IgnoredRefusal, { vendor }: Tracking): Omit<Finding, 'rule'> => ({
  ...shownAt(found),
  kind: 'unread',
  message: `${found.refusal} keeps the no as “${found.key}”, and nothing tells it from a yes: ${vendor} is told all the same.`,
  hint: `Start what tracks only where the answer under “${found.key}” is a yes.`,
});

/** Where no marketing is in sight, whoever sends it elsewhere has to ask. */
const unread = ({ about, words, ...place }: UnreadChoice, isUsed: boolean): Omit<Finding, 'rule'> => ({
  ...shownAt(place),
  severity: isUsed ? 'warning' : 'info',
  confidence: isUsed ? 'high' : 'medium',
  kind: 'unread',
  message: isUsed
    ? `The choice ${words} is kept, and nothing looks at it: ${about === 'tracking' ? 'people are followed' : 'marketing is sent'} all the same.`
    : `The choice ${words} is kept, and nothing in the project looks at it.`,
  hint: `Let ${words} decide: in the query, by a filter, or before the call.`,
});

/** Whether those who are handed out were let go before is known to the database alone. */
const hollow = ({ flag, words, ...place }: HollowErasure): Omit<Finding, 'rule'> => ({
  ...shownAt(place),
  severity: 'info',
  confidence: 'low',
  kind: 'flag-only',
  message: `${words} only sets ${flag}: the data stay, and all records are still handed out.`,
  hint: `Clear what tells who it was, or leave out those with ${flag} where records are handed out.`,
});

const inSpite = ({ vendor, words, at, extent, symbol }: Tracking, path: Finding['path']): Omit<Finding, 'rule'> => ({
  ...shownAt({ at, extent, symbol, path }),
  kind: 'wrong-branch',
  message: `${words} goes to ${vendor} where the person has objected.`,
  hint: 'Turn the condition round, or leave the call out.',
});

import type { Rule } from '../../server/engine/rule';

export const unusedPersonalField: Rule = {
  id: 'unused-personal-field',
  title: 'Collected but never used',
  family: 'minimisation',
  value: 'Respect',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(c), data minimisation, and Art. 25(2) (checked 2026-11-23)',
    'May be relevant: CPRA § 1798.100(c); ISO 31700-1, privacy by design (checked 2026-11-28)',
  ],
  why:
    'To hear of new bread, a girl has to give her birthday. She hesitates and gives it. No line of the program ever looks at it; ' +
    'it only waits for the day on which somebody else does.',
  limits:
    'It speaks only where every value of the form, schema or request object can be followed to its end: one that is stored whole, handed ' +
    'to a library or read by names known only at run time is taken as used. Whether a use is worth the asking is for people to say.',
  fixes: [
    'Take the field out of the schema and the form.',
    'Make it optional, and say what it is for.',
    'Name its purpose in the policy file.',
  ],
  examples: {
    bad: [
      `const signup = z.object({
  email: z.string().email(),
  dateOfBirth: z.string(), // !
  newsletter: z.boolean(),
});
app.post('/newsletter', async (req, res) => {
  const { email, newsletter } = signup.parse(req.body);
  if (newsletter) await list.add(email);
  res.sendStatus(204);
});`,
      `export class BookTableDto {
  @IsString() name!: string;
  @IsPhoneNumber() phone!: string;
  @IsIn(['m', 'f', 'x']) gender!: string; // !
}
export const toBooking = (d: BookTableDto) => ({ name: d.name, phone: d.phone });`,
      `const { register, handleSubmit } = useForm<Enquiry>();
const onSubmit = handleSubmit(({ email, question }) => send({ email, question }));
const form = <form onSubmit={onSubmit}><input {...register('email')} /><input {...register('income')} /><textarea {...register('question')} /></form>; // !`,
    ],
    ok: [
      `const signup = z.object({ email: z.string().email(), dateOfBirth: z.string() });
const { email, dateOfBirth } = signup.parse(body);
if (ageOf(dateOfBirth) < 16) throw new MinorNeedsGuardian();
await list.add(email);`,
      `const dto = BookTable.parse(req.body);
await prisma.booking.create({ data: dto });
const b = await prisma.booking.findFirst({ select: { name: true, phone: true } });
notifyKitchen(b!.name, b!.phone);`,
      `interface Address { street: string; city: string; zip: string }
export const label = (a: Address) => Object.values(a).join('\\n');`,
    ],
  },
  options: {
    ignoreFields: { default: [], description: 'Names of fields that may be asked for and not read.' },
  },
  whole: true,
  *check(ask) {
    const ignored = Array.isArray(ask.options.ignoreFields) ? ask.options.ignoreFields : [];
    for (const field of ask.unreadFields()) {
      const { datum, words, declared, required } = field;
      if (ignored.includes(words)) continue;
      const sensitive = datum.special || datum.grave;
      yield ask.finding(field, [datum], {
        severity: sensitive || required ? 'warning' : 'info',
        confidence: field.confidence,
        message:
          declared === 'variable'
            ? `The ${datum.title} (${words}) is taken from the request, and nothing reads it.`
            : declared === 'column'
              ? `The ${datum.title} (${words}) is stored, and nothing reads it back.`
              : `The ${datum.title} (${words}) is ${required ? 'demanded' : 'asked for'} by the ${names[declared]}, and nothing reads it.`,
        hint:
          declared === 'variable'
            ? 'Do not take it.'
            : declared === 'column'
              ? 'Do not ask for it, and drop the column.'
              : 'Take the field out, or make it optional and say what it is for.',
        kind: declared,
      });
    }
  },
};

const names: Record<string, string> = { schema: 'schema', dto: 'request object', form: 'form', request: 'request' };

import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';

/** Values have the shape given to `useForm<Values>`; a handler receives them. */
export const reactHookForm: Model = {
  id: 'react-hook-form',
  title: 'React Hook Form',
  kind: 'framework',
  packages: ['react-hook-form'],
  exports: {
    useForm: 'useForm',
    useFormContext: 'useForm',
    useWatch: 'useWatch',
    useController: 'nothing',
    Controller: 'nothing',
  },
  ambient: { useForm: 'useForm' },
  types: {
    useForm: { call: { returns: 'form' } },
    useWatch: { call: { reader: 'field' } },
    form: {
      members: {
        handleSubmit: { callback: [{ argument: 0, parameters: ['receiver'], result: 'none' }] },
        ...each(['watch', 'getValues'], { content: 'receiver', reader: 'field' }),
        ...each(['register', 'setError', 'clearErrors', 'trigger', 'getFieldState'], {}),
        formState: 'state',
        control: 'state',
        ...each(['setValue', 'reset'], { mutatesReceiver: true }),
      },
    },
    state: { otherwise: {} },
    nothing: { call: {} },
  },
  source: 'React Hook Form 7 documentation, react-hook-form.com/docs/useform (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { useForm } from 'react-hook-form';\ninterface SignUp { email: string; fullName: string }",
        'export function Form() {\n  const { handleSubmit } = useForm<SignUp>();',
        "return handleSubmit((values: SignUp) => console.log('register', values.email)); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { useForm } from 'react-hook-form';\ninterface SignUp { email: string; fullName: string }",
        'export function Form() {\n  const { formState } = useForm<SignUp>();',
        "console.log('errors', formState.errors.email);",
        '}',
      ),
    ],
  },
};

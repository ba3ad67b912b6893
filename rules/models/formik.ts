import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

/** Values have the shape given to `useFormik<Values>`; errors and touched fields are no values. */
export const formik: Model = {
  id: 'formik',
  title: 'Formik',
  kind: 'framework',
  packages: ['formik'],
  exports: { useFormik: 'useFormik', useFormikContext: 'useFormik' },
  types: {
    useFormik: { call: { content: 'arguments', returns: 'form' } },
    form: { members: { errors: 'state', touched: 'state' } },
    state: { otherwise: {} },
  },
  source: 'Formik 2 documentation, formik.org/docs/api/useFormik (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      inHandler(
        "import { useFormik } from 'formik';",
        'export function Form() {\n  const form = useFormik({ initialValues: { quantity: 1 }, onSubmit: () => {} });',
        "console.log('quantity', form.values.quantity);",
        '}',
      ),
    ],
  },
};

import { NewsletterForm } from '../newsletter/NewsletterForm';

export function NewsletterPage() {
  return (
    <main>
      <h1>Bread of the season</h1>
      <p>One letter every Thursday. You can stop it with one click in each of them.</p>
      <NewsletterForm />
    </main>
  );
}

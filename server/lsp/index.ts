/** Serves one editor over standard input and output; ends when the editor does. */
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serve } from './server';

export function serveStdio(): void {
  // Whatever prints must not get between the messages.
  console.log = console.error;
  process.stdin.on('close', () => process.exit(0));
  serve(createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)));
}

/** What the visitor has said about counting; nothing said is a no. */
export const choice = {
  allowsCounting(): boolean {
    return localStorage.getItem('consent:analytics') === 'granted';
  },
};

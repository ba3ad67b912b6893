/** What buttons of a question about cookies say, in the languages of Europe and a few more (from memory, 2026-11). */

/** Words that stand alone in English, and parts of words in other languages, in whose letters `\b` knows no border. */
const either = (english: string, others: string): RegExp => new RegExp(`${english}|${others.trim().split(/\s+/).join('|')}`, 'i');

export const YES = either(
  "\\b(accept(?!\\s+(\\w+\\s+)?(invit|offer|job|request|order|payment|quote|booking|friend|call|proposal|delivery|transfer|booking))|agree|allow)\\b|^\\W*((yes|ok),? )?(i |we )?(give )?(my )?consent\\b(?! form)|\\bi'?m (ok|fine)",
  `akzeptieren zustimmen einverstanden erlauben accepter accepta(?!b) accepte\\b acceptă aceptar acepto accett[ao] permitir permetti
  aceit[ao] accepte+r akkoord zgadzam akceptuj godk[äe]n godta till?a[dt]\\b hyväksy přij[mí] souhlasím prija[tť] prijím súhlas elfogad kabul
  прийня прийма погоджу приня принима согласен согласна αποδοχή αποδέχ συμφων 受け入れ 同意 許可 接受 允许 수락 동의 허용`,
);

export const NO = either(
  '\\b(reject|decline|deny|refuse|withdraw|revoke|unsubscribe|disagree|disallow|necessary|essential|required|opt[ -]?out|without|only|dismiss|not now|no)\\b',
  `ablehnen notwendig erforderlich essenziell verweigern refuser je.refuse continuer.sans nécessaires rechazar denegar necesari solo rifiut
  \\bnega\\b necessari senza recus rejeit necessári apenas somente weiger afwij noodzakelijk odrzu niezbędn avvis afvis \\bneka\\b nödvändig nødvendig
  hylkää välttämättöm odmít odmiet nezbytn nevyhn elutasít szükség refuz resping necesare redde gerekli відхил необхідн не.погодж отклон отказ
  необходим не.соглас απόρριψη απορρίπ απαραίτητ rebutj 拒否 必須 必要 同意しない 不同意 拒绝 거부 필수 동의하지`,
);

/** A way to a place where one may say no. */
export const FURTHER = either(
  '\\b(customi[sz]e|manage|preferences?|settings?|configure|options?|choices)\\b',
  `einstellungen anpassen verwalten param[eè]tre personnaliser g[ée]rer préférences configura gestionar preferenci personalizar personaliza\\b personalizza personalizeaz ajustes gerenciar
  gerir preferênci defini[çc][õo]es gestisci preferenze impostazioni instellingen voorkeuren aanpassen beheren ustawienia dostosuj inställning
  anpassa indstilling innstilling tilpas asetukset nastaven beállítás setări ayarlar налаштуван керуван настройк ρυθμίσεις 設定 设置 설정`,
);

/** What is pressed where somebody has chosen. */
export const KEEPS_CHOICE = either(
  '\\b(save|confirm|apply|submit|my)\\b',
  `speichern bestätigen übernehmen enregistrer confirmer guardar confirmar salva opslaan bevestig zapisz spara \\bgem\\b lagre tallenna ulož
  mentés kaydet зберегти сохранить αποθήκευση desa 保存 저장`,
);

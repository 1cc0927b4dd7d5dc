// The two libraries that a site would take instead, bundled by esbuild: each reads a text as fully as it can.
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** wink-nlp: sentences, tokens, part-of-speech tags, and the entities it knows: dates, money, hashtags; no names. */
export function wink() {
  const reader = winkNLP(model);
  const { its } = reader;
  return text => {
    const doc = reader.readDoc(text);
    return [
      doc.sentences().out(),
      doc.tokens().out(its.value),
      doc.tokens().out(its.pos),
      doc.entities().out(its.detail),
    ];
  };
}

/** compromise: sentences with their tagged terms, and the people, places, organisations and quotations. */
export function compromise() {
  return text => {
    const doc = nlp(text);
    return [doc.json(), doc.people().json(), doc.places().json(), doc.organizations().json(), doc.quotations().json()];
  };
}

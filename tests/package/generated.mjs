// What does a large corpus look like? News articles put together of lists by a counter: the same ones each time, with outlets,
// authors, days, names, speech, figures, wire copy that several print, and what files bring along: CRLF, accents of either
// kind, emoji.

const outlets = [
  'The Globe', 'The Bugle', 'Coastal Times', 'Evening Post', 'Harbour News', 'Le Matin', 'Northern Echo', 'Plains Dealer',
  'Radio Seven', 'The Ledger', 'Valley Star', null,
];
const kinds = ['news', 'analysis', 'opinion', null];
const first = [
  'Ana', 'Bo', 'Carla', 'David', 'Elena', 'Farid', 'Grace', 'Hugo', 'Ingrid', 'José', 'Kim', 'Laura', 'Mikael', 'Nadia', 'Omar',
  'Paula', 'René', 'Sofia', 'Tomas', 'Yara',
];
const last = [
  'Almeida', 'Berg', 'Castillo', 'Dahl', 'Eriksen', 'Fontaine', 'Garcia', 'Holm', 'Ivanov', 'Jansen', 'Keller', 'Lund', 'Moreau',
  'Novak', 'Okafor', 'Paz', 'Quist', 'Rossi', 'Silva', 'Tanaka', 'Urban', 'Vargas', 'Weber', 'Zhang',
];
const roles = ['Mayor', 'President', 'Senator', 'Professor', 'spokesman', 'analyst', 'Minister'];
const places = [
  'Chile', 'Peru', 'Norway', 'Bergen', 'Lima', 'Kenya', 'Nairobi', 'France', 'Lyon', 'Japan', 'Osaka', 'Valparaíso', 'Germany',
  'Hamburg', 'Canada', 'Quebec',
];
const bodies = [
  'the Ministry of Health', 'the United Nations', 'the World Bank', 'the Ministry of Transport', 'the European Commission',
  'the Red Cross', 'Harbour Union',
];
const looks = [
  'old', 'new', 'small', 'large', 'northern', 'southern', 'public', 'private', 'empty', 'crowded', 'famous', 'forgotten',
  'modern', 'wooden', 'narrow', 'expensive', 'local', 'national', 'busy', 'quiet', 'damaged', 'flooded', 'closed', 'busiest',
  'only', 'second', 'main', 'former', 'planned', 'temporary',
];
const things = ['harbour', 'treaty', 'railway', 'reservoir', 'hospital', 'fishery', 'pipeline', 'school', 'airport', 'ferry'];
const acts = [
  'would stay closed', 'would be rebuilt', 'had been sold', 'needed repairs', 'was safe', 'would open again',
  'had lost its licence',
];
const reasons = [
  'without delay', 'after the storm', 'because of new rules', 'despite protests', 'for lack of money', 'under the agreement',
];
const replies = [
  'agreed', 'did not answer', 'called for calm', 'knew nothing of it', 'laughed', 'was not there', 'wrote a letter',
  'asked for proof',
];
const openings = [
  'We looked at', 'Nobody has seen', 'Everyone asks about', 'They sold', 'I remember', 'We cannot repair', 'People miss',
  'My parents built',
];
const verbs = ['said', 'told reporters', 'warned', 'announced', 'claimed', 'denied', 'insisted'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = (number) => String(number).padStart(2, '0');

/** Numbers that follow from a seed, each below a bound: the finaliser of MurmurHash3 over a counter. */
function numbers(seed) {
  let count = seed;
  return (below) => {
    count = (count + 0x9e3779b9) | 0;
    let mixed = Math.imul(count ^ (count >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below);
  };
}

/** One sentence that an agency sends, and that whoever prints it may cut a little. */
function wire(of) {
  const pick = numbers(of * 7919);
  const [thing, place, body] = [things[pick(things.length)], places[pick(places.length)], bodies[pick(bodies.length)]];
  return `Work on the ${thing} number ${of} near ${place} was stopped for the second time this year when engineers of ${body} found cracks in its northern wall`;
}

/** The article of a number. */
function article(number) {
  const pick = numbers(number * 2654435);
  const one = (list) => list[pick(list.length)];
  const person = () => `${one(first)} ${one(last)}`;
  const [speaker, other, thing, place, body] = [person(), person(), one(things), one(places), one(bodies)];
  const surname = speaker.split(' ')[1];
  const [year, month, day] = [2021 + pick(4), pick(12), 1 + pick(28)];
  const what = (name) => `${one(looks)} ${name}`;
  const said = `the ${what(thing)} of ${place} ${one(acts)} ${one(reasons)}`;
  const paragraphs = [
    `${one(roles)} ${speaker} ${one(verbs)} on ${one(['Monday', 'Tuesday', 'Friday'])} that ${said}.`,
    `“${one(openings)} the ${what(thing)} ${one(reasons)}, and ${one(['it cost', 'we lost', 'they owe us'])} ${1 + pick(900)}.${pick(10)} million ${one(['dollars', 'euros'])},” ${surname} ${one(['said', 'told a crowd', 'added', 'explained'])}.`,
  ];
  const further = [
    `${other} of ${body} ${one(replies)}. ${one(['She', 'He'])} ${one(['said', 'added', 'guessed'])} that ${10 + pick(80)} percent of the ${what('workers')} had left ${one(places)}.`,
    `${body.replace(/^the/, 'The')} ${one(['said', 'announced'])} on ${day} ${months[month]} ${year} that the ${what(one(things))} in ${one(places)} ${one(acts)}.`,
    `It was “the ${one(['worst', 'first', 'last'])} ${what(one(things))} since ${1900 + pick(120)}”, according to ${other}.`,
  ];
  paragraphs.push(further[number % 3]);
  if (number % 10 === 0) paragraphs.push(`${wire(pick(60))}${one(['', ', officials said', ' on Sunday'])}. ${other} did not answer.`);
  if (number % 7 === 0) paragraphs.push(`${speaker} met ${other} in ${one(places)} at ${1 + pick(11)}:${two(pick(60))} p.m. 🎉 A cafe\u0301 owner, ${person()}, was pleased: “At last!”`);
  return {
    id: `article-${number}`,
    title: `${thing[0].toUpperCase()}${thing.slice(1)} of ${place}: ${surname} speaks (${number})`,
    text: paragraphs.join(number % 5 ? '\n\n' : '\r\n\r\n'),
    ...given('publisher', one(outlets)), ...given('kind', one(kinds)), ...given('author', number % 3 ? person() : null),
    ...given('published', number % 11 ? `${year}-${two(month + 1)}-${two(day)}` : null),
  };
}

const given = (field, value) => (value === null ? {} : { [field]: value });

/** So many articles, from a number on. */
export const articles = (count, from = 0) => Array.from({ length: count }, (_, n) => article(from + n));

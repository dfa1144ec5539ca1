//! Which form of a word finds which? A table of expectations: the query, the text, and whether the
//! query finds it without a correction.

use corpus_explorer::document::Document;
use corpus_explorer::search::{Index, Options};

type Case = (&'static str, &'static str, bool);

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (query, text, expected) in cases {
        let documents = [Document::from_text("a", text)];
        let answer = Index::build(&documents).search(&documents, query, &Options::default());
        let corrected = answer.remarks.iter().any(|r| r.code == "corrected");
        let found = answer.total > 0 && !corrected;
        if found != *expected {
            wrong.push(format!("{query:?} in {text:?}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn british_and_american() {
    check(&[
        ("defense", "the defence of the city", true),
        ("defence", "a defense pact", true),
        ("defences", "air defense", true),
        ("Kiev", "talks in Kyiv", true),
        ("kyiv", "a train to Kiev’s station", true),
        ("license", "a licence to export", true),
        ("offence", "it took offense", true),
        ("pretense", "a pretence of talks", true),
        ("practice", "they practise daily", true),
        ("labor", "the labour market", true),
        ("neighbours", "its neighbor", true),
        ("behavior", "such behaviour", true),
        ("harbour", "Pearl Harbor was bombed", true),
        ("rumor", "the rumours spread", true),
        ("honored", "it honoured the deal", true),
        ("favorable", "a favourable vote", true),
        ("organization", "an organisation of states", true),
        ("organise", "they organized talks", true),
        ("recognize", "it recognised them", true),
        ("analyse", "experts analyzed it", true),
        ("paralyzed", "the city was paralysed", true),
        ("privatization", "the privatisation of rail", true),
        ("center", "the centre of power", true),
        ("theatre", "a theater of war", true),
        ("kilometers", "ten kilometres away", true),
        ("fiber", "glass fibre", true),
        ("meager", "a meagre harvest", true),
        ("dialog", "a dialogue of equals", true),
        ("catalogue", "a catalog of crimes", true),
        ("analog", "an analogue signal", true),
        ("traveling", "they were travelling", true),
        ("cancelled", "the talks were canceled", true),
        ("counselor", "a counsellor said", true),
        ("modelling", "the modeling shows", true),
        ("marvelous", "a marvellous day", true),
        ("jewelry", "stolen jewellery", true),
        ("fulfill", "to fulfil a promise", true),
        ("skillful", "a skilful envoy", true),
        ("enrollment", "the enrolment of troops", true),
        ("installment", "the first instalment", true),
        ("pediatric", "a paediatric ward", true),
        ("hemorrhage", "a haemorrhage of votes", true),
        ("anesthetic", "no anaesthetic left", true),
        ("archeology", "a school of archaeology", true),
        ("estrogen", "oestrogen levels", true),
        ("program", "the nuclear programme", true),
        ("programmes", "missile programs", true),
        ("gray", "a grey zone", true),
        ("check", "he signed a cheque", true),
        ("tires", "burning tyres", true),
        ("aluminum", "aluminium tubes", true),
        ("plow", "a plough", true),
        ("skeptical", "sceptical allies", true),
        ("maneuvers", "naval manoeuvres", true),
        ("artifact", "a looted artefact", true),
        ("judgment", "the judgement fell", true),
        ("aging", "an ageing leader", true),
        ("mold", "black mould", true),
        ("sulfur", "sulphur dioxide", true),
        ("adviser", "a senior advisor said", true),
        ("inquiry", "a public enquiry", true),
        ("dispatched", "troops were despatched", true),
        ("yogurt", "yoghurt prices", true),
        ("czar", "the last tsar", true),
        ("learned", "he learnt of it", true),
        ("\"defense pact\"", "a defence pact", true),
        ("hour", "an hor", false),
        ("four", "a for", false),
    ]);
}

#[test]
fn hyphens() {
    check(&[
        ("cooperation", "their co-operation grew", true),
        ("co-operation", "their cooperation grew", true),
        ("co operation", "their co-operation grew", true),
        ("\"co operation\"", "their co-operation grew", true),
        ("email", "an e-mail to staff", true),
        ("e-mail", "an email to staff", true),
        ("Kim Jong-un", "Kim Jong Un met him", true),
        ("\"Kim Jong-un\"", "leader Kim Jong Un met him", true),
        ("\"Kim Jong Un\"", "leader Kim Jong-un met him", true),
        ("Jongun", "leader Kim Jong-un met him", true),
        ("\"Kim Jongun\"", "leader Kim Jong-un met him", true),
        ("antiwar", "an anti-war march", true),
        ("anti-war", "an antiwar march", true),
        ("reelection", "his re-election", true),
        ("re-elected", "he was reelected", true),
        ("US-led", "a U.S.-led force", true),
        ("military-technical", "military and technical aid", true),
        ("\"long‑range\"", "long-range missiles", true),
        ("longrange", "long‐range missiles", true),
        ("nonproliferation", "a non-proliferation treaty", true),
        ("coöperation", "their cooperation grew", true),
    ]);
}

#[test]
fn apostrophes_and_possessives() {
    check(&[
        ("Putin's", "Putin’s visit", true),
        ("Putin", "Putin’s visit", true),
        ("Putin’s", "with Putin today", true),
        ("Putin`s", "with Putin today", true),
        ("Putin", "Putin`s visit", true),
        ("Korea", "the two Koreas’ border", true),
        ("boss", "the boss's order", true),
        ("boss's", "the boss left", true),
        ("countries", "the countries' leaders", true),
        ("O'Brien", "Sean O’Brien spoke", true),
        ("O’Brien", "Sean O'Brien spoke", true),
        ("OBrien", "Sean O’Brien spoke", true),
        ("O'Brien", "Sean OBrien spoke", true),
        ("OʼBrien", "Sean O´Brien spoke", true),
        ("O'Brien's", "Sean O’Brien spoke", true),
        ("Élysée", "at l’Élysée today", true),
        ("l'Elysee", "at l’Élysée today", true),
        ("\"l'Elysee\"", "at l`Élysée today", true),
        ("état", "a coup d'état failed", true),
        ("coup d’etat", "a coup d'état failed", true),
        ("Quran", "a copy of the Qur'an", true),
        ("Qur’an", "a copy of the Quran", true),
        ("Shiite", "a Shi'ite cleric", true),
        ("Sanaa", "the port near Sana’a", true),
        ("don't", "they don’t agree", true),
        ("don", "they don’t agree", false),
        ("well", "we’ll see", false),
        ("were", "we’re here", false),
    ]);
}

#[test]
fn acronyms_and_capitals() {
    check(&[
        ("U.S.", "the US said", true),
        ("US", "the U.S. said", true),
        ("US", "the U.S.’s envoy", true),
        ("u.s.", "the US said", true),
        ("US", "it told us so", false),
        ("us", "the US said", false),
        ("U.N.", "the UN said", true),
        ("UN", "the U.N. said", true),
        ("un", "the UN said", true),
        ("UN", "Kim Jong Un and the UN said", true),
        ("\"Jong Un\"", "Kim Jong UN", false),
        ("NATO", "the N.A.T.O. summit", true),
        ("N.A.T.O.", "the NATO summit", true),
        ("Nato", "the NATO summit", true),
        ("EU", "the E.U. said", true),
        ("eu", "the EU said", true),
        ("USA", "made in the U.S.A. today", true),
        ("DPRK", "the D.P.R.K. fired", true),
        ("WHO", "the man who came", false),
        ("who", "a WHO report", false),
        ("WHO", "a WHO report", true),
        ("W.H.O.", "a WHO report", true),
        ("IT", "said it was so", false),
        ("IT", "the IT sector", true),
        ("AIDS", "Russia aids the North", false),
        ("AIDS", "people with AIDS", true),
        ("aids", "people with AIDS", true),
        ("AIDS", "people with Aids", true),
        ("aid", "people with AIDS", false),
        ("aid", "Russia aids the North", true),
        ("PhD", "a Ph.D. in law", true),
        ("GDP", "the gdp fell", true),
    ]);
}

#[test]
fn accents() {
    check(&[
        ("Erdogan", "with Erdoğan today", true),
        ("Erdoğan", "with Erdogan today", true),
        ("Malmo", "a trial in Malmö", true),
        ("Malmö", "a trial in Malmo", true),
        ("Lodz", "born in Łódź", true),
        ("Łódź", "born in Lodz", true),
        ("Dukanovic", "with Đukanović", true),
        ("Sao Paulo", "in São Paulo today", true),
        ("São", "in Sao Paulo today", true),
        ("Strasse", "an der Straße", true),
        ("Straße", "an der Strasse", true),
        ("Aero", "the isle of Ærø", true),
        ("Tromso", "in Tromsø today", true),
        ("Istanbul", "in İstanbul today", true),
        ("Diyarbakir", "in Diyarbakır today", true),
        ("detente", "a new détente", true),
        ("e\u{301}te\u{301}", "un été", true),
        ("Öcalan", "with Ocalan", true),
        ("Zizek", "with Žižek", true),
        ("Yuji", "with Yūji", true),
        ("THÍ", "with thi", true),
        ("елка", "новая ёлка", true),
        ("мой", "мои друзья", false),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("1000", "some 1,000 troops", true),
        ("1,000", "some 1000 troops", true),
        ("1,000,000", "some 1000000 shells", true),
        ("1.000", "some 1000 troops", false),
        ("1000", "some 1.000 troops", false),
        ("24", "twenty-four hours", true),
        ("twenty-four", "within 24 hours", true),
        ("twenty-four", "Twenty four hours", true),
        ("four", "some 4 men", true),
        ("4", "all four men", true),
        ("nineteen", "article 19", true),
        ("5th", "the 5th day", true),
        ("5", "the 5th day", false),
        ("2024", "in June 2024, they", true),
        ("24", "in June 2024, they", false),
        ("2024", "in 2023,2024 and so on", true),
        ("1.5", "a $1.5 deal", true),
        ("$1.5", "a $1.5 deal", true),
        ("15", "a $1.5 deal", false),
        ("15", "a 1,5 deal", false),
        ("1990s", "in the 1990s", true),
        ("1990", "in the 1990s", false),
        ("\"24 hours\"", "within 24 hours", true),
    ]);
}

#[test]
fn names_keep_their_own_form() {
    check(&[
        ("man", "said Bradley Manning today", false),
        ("manned", "said Bradley Manning today", false),
        ("Manning", "said Bradley Manning to a man", true),
        ("Manning", "said Bradley Manning today", true),
        ("manning", "said Bradley Manning today", true),
        ("Manning’s", "said Bradley Manning today", true),
        ("bank", "said Darrell Banks today", false),
        ("Banks", "said Darrell Banks today", true),
        ("banks", "said Darrell Banks today", true),
        ("banks", "the bank and the banks closed", true),
        ("bank", "the World Bank said", true),
        ("banks", "the World Bank said", true),
        ("hast", "near Hastings today", false),
        ("Hastings", "near Hastings today", true),
        ("beij", "in Beijing today", false),
        ("Beijing", "in Beijing’s view", true),
        ("Seoul", "in Seoul's view", true),
        ("Korea", "the two Koreas met", true),
        ("Koreas", "South Korea said", true),
        ("Russian", "some Russians left", true),
        ("ramsey", "said Gordon Ramsey today", true),
        ("rams", "said Gordon Ramsey today", false),
        ("sanction", "Sanctions were imposed", true),
        ("sanctioned", "the sanctions bite", true),
        ("treaties", "the North Atlantic Treaty", true),
        ("king", "said Stephen King today", true),
        ("flemish", "said Ian Fleming today", false),
        ("Waters", "deep water and waters", true),
        ("hold", "said Eric Holding today", false),
        ("unit", "the United States said", false),
    ]);
}

#[test]
fn stems() {
    check(&[
        ("sanction", "new sanctions", true),
        ("launching", "they launched it", true),
        ("missile", "two missiles", true),
        ("ally", "its allies", true),
        ("cities", "the city", true),
        ("men", "a man left", true),
        ("woman", "two women left", true),
        ("children", "a child left", true),
        ("crisis", "two crises", true),
        ("say", "he said so", true),
        ("met", "they meet today", true),
        ("university", "universities closed", true),
        ("universe", "a university closed", false),
        ("new", "the news came", false),
        ("organ", "an organization of states", false),
        ("organic", "an organ failed", false),
        ("police", "a new policy", false),
        ("internal", "international law", false),
        ("intern", "international law", false),
        ("general", "they generate power", false),
        ("generic", "a general said", false),
        ("arm", "the army left", false),
        ("author", "the authorities said", false),
        ("authority", "the authorities said", true),
        ("import", "an important day", false),
        ("emerge", "an emergency", false),
        ("execution", "an executive order", false),
        ("past", "pasted on a wall", false),
        ("secret", "a secretary left", false),
        ("wand", "they wander off", false),
        ("engine", "an engineer left", false),
        ("custom", "a customer left", false),
        ("depart", "the department said", false),
        ("iron", "ironically it was", false),
        ("rational", "a ration of rice", false),
        ("capital", "near the Capitol today", false),
    ]);
}

#[test]
fn scripts_without_blanks() {
    check(&[
        ("安保理", "国連安保理は決議を採択した。", true),
        ("保理", "国連安保理は決議を採択した。", true),
        ("安理", "国連安保理は決議を採択した。", false),
        ("ミサイル", "北朝鮮が弾道ミサイルを発射した。", true),
        ("サイ", "北朝鮮が弾道ミサイルを発射した。", true),
        ("ガス", "ロシアのガスを輸入した。", true),
        ("カス", "ロシアのガスを輸入した。", false),
        ("ﾛｼｱ", "ロシアのガスを輸入した。", true),
        ("かな", "ひらがなです。", false),
        ("がな", "ひらがなです。", true),
        ("朝鲜", "俄罗斯和朝鲜签署条约。", true),
        ("普京", "俄罗斯总统普京访问平壤。", true),
        ("京访", "俄罗斯总统普京访问平壤。", true),
        ("访", "俄罗斯总统普京访问平壤。", true),
        ("NATO加盟", "スウェーデンがNATO加盟を決めた。", true),
        ("NATO", "スウェーデンがNATO加盟を決めた。", true),
        ("2024年", "条約は2024年に署名された。", true),
        ("2024", "条約は2024年に署名された。", true),
        ("북한", "북한은 미사일을 발사했다.", true),
        ("사일", "북한은 미사일을 발사했다.", true),
        ("미사일", "북한은 미사일을 발사했다.", true),
        ("북은", "북한은 미사일을 발사했다.", false),
        ("KBS뉴스", "KBS뉴스가 보도했다.", true),
        ("KBS", "KBS뉴스가 보도했다.", true),
        ("ประเทศ", "ประเทศไทยลงนามในสนธิสัญญา", true),
        ("ไทย", "ประเทศไทยลงนามในสนธิสัญญา", true),
        ("สนธิ", "ประเทศไทยลงนามในสนธิสัญญา", true),
        ("สนธี", "ประเทศไทยลงนามในสนธิสัญญา", false),
        ("ลาว", "ປະເທດລາວ", false),
        ("ລາວ", "ປະເທດລາວ", true),
        ("កម្ពុជា", "ព្រះរាជាណាចក្រកម្ពុជា", true),
        ("မြန်မာ", "ပြည်ထောင်စုမြန်မာနိုင်ငံ", true),
    ]);
}

#[test]
fn scripts_from_right_to_left() {
    check(&[
        ("المعاهدة", "وقّعت روسيا المُعَاهَدَة اليوم", true),
        ("المُعَاهَدَة", "وقعت روسيا المعاهدة اليوم", true),
        ("روسيا", "وقعت روســـيا المعاهدة اليوم", true),
        ("امريكا", "قالت أمريكا اليوم", true),
        ("أمريكا", "قالت امريكا اليوم", true),
        ("ایران", "قالت إيران اليوم", true),
        ("1991", "في عام ١٩٩١ وقعت", true),
        ("שלום", "הסכם שָׁלוֹם נחתם", true),
        ("שָׁלוֹם", "הסכם שלום נחתם", true),
        ("צה\"ל", "דובר צה״ל אמר", true),
        ("צהל", "דובר צה\"ל אמר", true),
        ("ארה״ב", "נשיא ארה\"ב אמר", true),
    ]);
}

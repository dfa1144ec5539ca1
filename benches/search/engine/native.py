"""tantivy, native, through its Python package: how fast a compiled engine does the same work. Prints one line of JSON, like run.mjs.
Usage: python native.py FOLDER; the folder contains docs.jsonl, queries.jsonl, qrels.jsonl and stop.jsonl, as search.mjs writes them."""
import json
import math
import re
import sys
import time

import tantivy

folder = sys.argv[1]
read = lambda name: [json.loads(line) for line in open(f"{folder}/{name}.jsonl", encoding="utf8")]
docs, queries, judged, stop = read("docs"), read("queries"), dict(read("qrels")), set(read("stop"))
schema = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw").add_text_field("body", tokenizer_name="en_stem").build()

started = time.process_time()
index = tantivy.Index(schema)
writer = index.writer(heap_size=200_000_000, num_threads=1)
for doc in docs:
    writer.add_document(tantivy.Document(id=doc["id"], body=f"{doc['title']} {doc['text']}"))
writer.commit()
writer.wait_merging_threads()
index.reload()
row = {"build": round((time.process_time() - started) * 1000)}
searcher = index.searcher()


def find(query, limit):
    words = re.findall(r"[a-z0-9]+", query.lower())
    words = [word for word in words if word not in stop] or words
    if not words:
        return []
    hits = searcher.search(index.parse_query(" ".join(words), ["body"]), limit, count=False).hits
    return [searcher.doc(address)["id"][0] for _, address in hits]


def ndcg10(ranking, grades):
    gain = lambda grade, at: grade / math.log2(at + 2)
    best = sum(gain(grade, at) for at, grade in enumerate(sorted(grades.values(), reverse=True)[:10]))
    return sum(gain(grades.get(doc, 0), at) for at, doc in enumerate(ranking[:10])) / best


if judged:
    row["ndcg"] = [round(ndcg10(find(query["text"], 10), judged[query["id"]]), 4) for query in queries if query["id"] in judged]
taken = [math.inf] * len(queries)
for turn in range(7):
    for at, query in enumerate(queries):
        asked = time.perf_counter()
        find(query["text"], 10)
        if turn > 1:
            taken[at] = min(taken[at], (time.perf_counter() - asked) * 1000)
taken.sort()
row["p50"], row["p95"] = (round(taken[int(share * len(taken))], 3) for share in (0.5, 0.95))
print(json.dumps(row))

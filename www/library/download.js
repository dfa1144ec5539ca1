/** How does a file leave the page? By the downloads of the browser. */

/** Hands a file to the reader's downloads; by the byte order mark of a CSV file spreadsheets tell UTF-8. @param {string} name @param {BlobPart} content @param {string} type */
export function download(name, content, type) {
  const parts = type === 'text/csv' ? ['\uFEFF', content] : [content];
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

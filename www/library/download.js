/**
 * How does a file leave the page? By the downloads of the browser, or to a place that the reader chooses, where the browser
 * offers that: then it can be written over.
 */

/** A file that was saved, and its place if it can be written over. @typedef {{ name: string, place: FileSystemFileHandle | null }} SavedFile */

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

/**
 * Saves a file where the reader wants it. @param {string} name that is suggested @param {string} type @param {() => Promise<BlobPart>} content
 * @returns {Promise<SavedFile | null>} null if the reader changed their mind
 */
export async function saveAs(name, type, content) {
  const choose = /** @type {any} */ (globalThis).showSaveFilePicker;
  if (typeof choose !== 'function') {
    download(name, await content(), type);
    return { name, place: null };
  }
  /** @type {FileSystemFileHandle} */
  let place;
  try {
    place = await choose({ suggestedName: name, types: [{ accept: { [type]: [name.slice(name.lastIndexOf('.'))] } }] });
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') return null;
    // The browser offers it, but not here.
    download(name, await content(), type);
    return { name, place: null };
  }
  await saveOver(place, await content());
  return { name: place.name, place };
}

/** Writes over a file; what was there stays until all is written. @param {FileSystemFileHandle} place @param {BlobPart} content */
export async function saveOver(place, content) {
  const file = await place.createWritable();
  await file.write(new Blob([content]));
  await file.close();
}

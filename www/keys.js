/** What does a key do? Listens for single keys outside of fields and asks the page for one thing. */

/**
 * What keys ask for. Each returns whether it did something; an undone key keeps its usual meaning.
 * @typedef {{ field(): boolean, back(): boolean, step(by: 1 | -1, isArrow: boolean): boolean, mention(by: 1 | -1): boolean, copy(): boolean, help(): boolean }} Wishes
 */

/** @param {Document} page @param {Wishes} wishes */
export function listen(page, wishes) {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const wish = meaning(event, wishes);
    if (wish?.()) event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @param {Wishes} wishes @returns {(() => boolean) | null} */
function meaning({ key, target }, wishes) {
  if (key === 'Escape') return wishes.back;
  if (target instanceof HTMLInputElement && target.type === 'search') {
    return key === 'ArrowDown' ? () => wishes.step(1, true) : null;
  }
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || isTyped(target)) return null;
  switch (key) {
    case '/': return wishes.field;
    case 'j': return () => wishes.step(1, false);
    case 'k': return () => wishes.step(-1, false);
    case 'ArrowDown': return () => wishes.step(1, true);
    case 'ArrowUp': return () => wishes.step(-1, true);
    case ']': return () => wishes.mention(1);
    case '[': return () => wishes.mention(-1);
    case 'c': return wishes.copy;
    case '?': return wishes.help;
    default: return null;
  }
}

/** Whether letters typed there are its own. @param {EventTarget | null} target */
function isTyped(target) {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);
}

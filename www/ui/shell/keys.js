/** What does a key do? Listens for single keys outside of fields and asks the page for one thing. */

/**
 * What keys ask for. Each returns whether it did something; an undone key keeps its usual meaning.
 * @typedef {{ field(): boolean, back(): boolean, step(by: 1 | -1, isArrow: boolean): boolean, mention(by: 1 | -1): boolean, copy(): boolean, help(): boolean }} Commands
 */

/** @param {Document} page @param {Commands} commands */
export function listen(page, commands) {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const command = meaning(event, commands);
    if (command?.()) event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @param {Commands} commands @returns {(() => boolean) | null} */
function meaning({ key, target }, commands) {
  if (key === 'Escape') return commands.back;
  if (target instanceof HTMLInputElement && target.type === 'search') {
    return key === 'ArrowDown' ? () => commands.step(1, true) : null;
  }
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || isTyped(target)) return null;
  switch (key) {
    case '/': return commands.field;
    case 'j': return () => commands.step(1, false);
    case 'k': return () => commands.step(-1, false);
    case 'ArrowDown': return () => commands.step(1, true);
    case 'ArrowUp': return () => commands.step(-1, true);
    case ']': return () => commands.mention(1);
    case '[': return () => commands.mention(-1);
    case 'c': return commands.copy;
    case '?': return commands.help;
    default: return null;
  }
}

/** Whether letters typed there are its own. @param {EventTarget | null} target */
function isTyped(target) {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);
}

// Prints a tree as the text that src/edi/guide/read-guide-text.ts reads.

const WIDTH = 110;

/** The text of a guide; `nameList(elementId, codes, loopId)` names a list that is too long for its line. */
export function printGuide(tree, nameList) {
  const printer = new GuidePrinter(nameList);
  for (const child of tree.children) printer.printRule(child, 0);
  return [...printLists(printer.lists), ...printer.lines].join('\n');
}

class GuidePrinter {
  lines = [];
  lists = new Map();
  #nameList;
  #loop = '';

  constructor(nameList) {
    this.#nameList = nameList;
  }

  printRule(rule, depth) {
    const { kind, id, usage, name } = rule;
    const pad = '  '.repeat(depth);
    const head = `${id} ${usage} ${repeatOf(rule)}`;
    if (kind === 'same') this.lines.push(`${pad}same ${head}`);
    else if (kind === 'segment') {
      this.lines.push(`${pad}${head} ${name}${notesOf(rule)}`);
      this.#printElements(rule.elements, depth + 1, (index) => pad2(index + 1));
    } else {
      this.#loop = id;
      this.lines.push(`${pad}loop ${head} ${name}`);
      for (const child of rule.children) this.printRule(child, depth + 1);
    }
  }

  /** `placeOf(index)` is how the position of an element is written. */
  #printElements(elements, depth, placeOf) {
    const pad = '  '.repeat(depth);
    for (let index = 0; index < elements.length; ) {
      const again = repetitionAt(elements, index);
      if (again !== undefined) {
        this.lines.push(`${pad}${againLine(again, index, placeOf)}`);
        index += again.count;
      } else if (elements[index].usage === 'N') {
        const after = elements.findIndex(({ usage }, at) => at > index && usage !== 'N');
        const unused = elements.slice(index, after < 0 ? undefined : after);
        this.lines.push(`${pad}${placeOf(index)} N ${unused.map(({ id }) => id).join(' ')}`);
        index += unused.length;
      } else {
        this.#printElement(elements[index], depth, placeOf(index));
        index++;
      }
    }
  }

  #printElement(element, depth, place) {
    const { usage, id, name, repeat, components } = element;
    const pad = '  '.repeat(depth);
    const times = (repeat ?? 1) === 1 ? '' : ` x${repeat}`;
    if (components === undefined) {
      const mark = element.isQualifier ? '!' : '';
      const form = `${element.type} ${element.min}/${element.max}`;
      const source = element.codeSource ? ` ~${element.codeSource}` : '';
      const line = `${pad}${place}${mark} ${usage} ${form}${times} ${id} ${name}`;
      this.lines.push(`${line}${this.#codesAfter(line, element)}${source}`);
    } else {
      this.lines.push(`${pad}${place} ${usage} ${id}${times} ${name}${notesOf(element)}`);
      this.#printElements(components, depth + 1, (index) => `${place}-${index + 1}`);
    }
  }

  #codesAfter(line, { id, codes }) {
    if (codes === undefined) return '';
    const inline = ` = ${codes.map(quoted).join(' ')}`;
    if (line.length + inline.length <= WIDTH) return inline;
    const name = this.#nameList(id, codes, this.#loop);
    this.lists.set(name, codes);
    return ` = @${name}`;
  }
}

/** `08..19 as 05..07`; of a component only its own number is written after its first mention. */
function againLine({ from, period, count }, index, placeOf) {
  const own = (at) => placeOf(at).split('-').at(-1);
  const to = count === 1 ? '' : `..${own(index + count - 1)}`;
  const until = period === 1 ? '' : `..${own(from + period - 1)}`;
  return `${placeOf(index)}${to} as ${own(from)}${until}`;
}

/**
 * Elements from `index` on that say again what stands right before them, one by one or in a pattern of up to four.
 * A pattern that would end in the middle begins later: adjustments are printed from their reason code on.
 */
function repetitionAt(elements, index) {
  if (elements[index].usage === 'N' || elements[index].isQualifier) return undefined;
  for (const period of [1, 2, 3, 4]) {
    const from = index - period;
    if (from < 0) continue;
    let count = 0;
    while (
      index + count < elements.length &&
      isAlike(elements[index + count], elements[from + (count % period)])
    )
      count++;
    if (count > 0 && count % period === 0) return { from, period, count };
  }
  return undefined;
}

function isAlike(one, other) {
  return JSON.stringify(one) === JSON.stringify(other) && !JSON.stringify(one).includes('isQualifier');
}

function printLists(lists) {
  const lines = [];
  for (const [name, codes] of lists) {
    lines.push(`list ${name}`);
    let line = '';
    for (const code of codes.map(quoted)) {
      if (line.length + code.length + 3 > WIDTH) {
        lines.push(` ${line}`);
        line = '';
      }
      line += ` ${code}`;
    }
    lines.push(` ${line}`);
  }
  return lines;
}

function repeatOf({ repeat }) {
  return repeat === -1 ? '>1' : String(repeat);
}

function notesOf({ notes }) {
  return notes?.length > 0 ? ` ; ${notes.join(' ')}` : '';
}

function quoted(code) {
  return code.includes(' ') ? `"${code}"` : code;
}

function pad2(position) {
  return String(position).padStart(2, '0');
}

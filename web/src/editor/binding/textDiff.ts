/// One replacement that turns text `a` into `b`; `index` and `remove` count UTF-16 units of `a`.
export interface TextDiff {
  index: number;
  remove: number;
  insert: string;
}

function isHigh(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/// True where a cut would part a surrogate pair.
function insidePair(text: string, index: number): boolean {
  return index > 0 && index < text.length && isHigh(text, index - 1) && isLow(text, index);
}

function applies(a: string, b: string, diff: TextDiff): boolean {
  const { index, remove, insert } = diff;
  return (
    index >= 0 &&
    index + remove <= a.length &&
    !insidePair(a, index) &&
    !insidePair(a, index + remove) &&
    a.slice(0, index) + insert + a.slice(index + remove) === b
  );
}

/// The smallest single replacement, never cutting a surrogate pair: Yjs would store both halves as
/// a replacement character. Where several places fit ("aa" to "aaa"), the one that ends at `caret`
/// (an offset in `b`) is taken, so that the edit lands where the person typed.
export function textDiff(a: string, b: string, caret: number | undefined): TextDiff {
  let left = 0;
  const shorter = Math.min(a.length, b.length);
  while (left < shorter && a[left] === b[left]) {
    left++;
  }
  if (insidePair(a, left) || insidePair(b, left)) {
    left--;
  }
  let right = 0;
  while (left + right < shorter && a[a.length - right - 1] === b[b.length - right - 1]) {
    right++;
  }
  if (insidePair(a, a.length - right) || insidePair(b, b.length - right)) {
    right--;
  }
  const found: TextDiff = {
    index: left,
    remove: a.length - left - right,
    insert: b.slice(left, b.length - right),
  };
  if (caret === undefined || (found.remove > 0 && found.insert !== '')) {
    return found;
  }
  const index = caret - found.insert.length;
  const hinted: TextDiff = {
    index,
    remove: found.remove,
    insert: b.slice(index, caret),
  };
  return index >= 0 && applies(a, b, hinted) ? hinted : found;
}

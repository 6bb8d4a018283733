const HOW_FAR = new Set(
  `a all also and are as at be been bug bugs changelog check checklist closed complete completed current day dispatch done
due far finished first fix fixed fixes flight follow for from gap gaps gate gates has have history in is issue issues last
latest left links list log merged milestone misc miscellaneous more new news next not notes now of on open opened or order
other others our overview pending plan planned plans pr progress prs pull queue queued recent ref references refs related
release released releases remaining report reports request requests roadmap see shipped so status step steps still
summary task tasks the these this those ticket tickets timeline to today todo up update updates ups week weekly were what
with work`.split(/\s+/),
);

const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$/;

/** Whether a heading only says how far the work is, and not what it is about. */
export function saysNothing(heading: string): boolean {
  const words =
    heading
      .slice(0, 500)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.every((word) => HOW_FAR.has(word) || MONTHS.test(word));
}

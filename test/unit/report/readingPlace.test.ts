import assert from 'node:assert/strict';
import { ReadingPlace, type ScrollArea } from '../../../src/report/readingPlace';

/** A window of 400 pixels over a page of some height; it stops at both ends as a browser does. */
class Page implements ScrollArea {
  scrollTop = 0;
  height = 0;
  isAnchored = true;

  setAnchoring(isOn: boolean): void {
    this.isAnchored = isOn;
  }

  /** Something above what is seen grows. */
  growAbove(pixels: number): void {
    this.height += pixels;
    if (this.isAnchored) this.scrollTop += pixels;
  }

  scrollTo(top: number): void {
    this.scrollTop = Math.max(0, Math.min(top, this.height - 400));
  }
}

describe('the place of the reader', () => {
  let page: Page;
  let place: ReadingPlace;

  beforeEach(() => {
    page = new Page();
    place = new ReadingPlace(page, 825);
  });

  function grow(height: number): void {
    page.height = height;
    place.laidOut();
  }

  it('is reached when the page gets its full height after the first drawing', () => {
    grow(1166);
    assert.equal(page.scrollTop, 766);
    grow(1300);
    assert.equal(page.scrollTop, 825);
  });

  it('is remembered as it was while the page is too short for it', () => {
    grow(1166);
    assert.equal(place.scrollTop, 825);
    grow(1300);
    assert.equal(place.scrollTop, 825);
  });

  it('stays when something above grows and the browser moves the page with what is below', () => {
    grow(2000);
    page.growAbove(318);
    // The browser tells of a movement before it tells of the new height.
    place.scrolled();
    place.laidOut();
    assert.equal(page.scrollTop, 825);
    assert.equal(place.scrollTop, 825);
  });

  it('belongs to the reader who scrolls after it is reached', () => {
    grow(1300);
    page.scrollTo(100);
    place.scrolled();
    grow(2000);
    assert.equal(page.scrollTop, 100);
    assert.equal(place.scrollTop, 100);
    assert.ok(page.isAnchored, 'as in any page');
  });

  it('belongs to the reader who scrolls before it is reached', () => {
    grow(1166);
    place.taken();
    page.scrollTo(50);
    grow(2000);
    assert.equal(page.scrollTop, 50);
    assert.equal(place.scrollTop, 50);
  });

  it('belongs to the reader whom a search or a screen reader has moved', () => {
    grow(1166);
    place.scrolled();
    assert.equal(place.scrollTop, 825, 'its own movement is not the reader');
    page.scrollTo(300);
    place.scrolled();
    grow(2000);
    assert.equal(page.scrollTop, 300);
  });

  it('may be a fraction of a pixel away, as browsers round', () => {
    place = new ReadingPlace(page, 500.4);
    page.scrollTo = (top) => {
      page.scrollTop = Math.floor(top);
    };
    place.laidOut();
    place.scrolled();
    assert.equal(place.scrollTop, 500.4);
  });
});

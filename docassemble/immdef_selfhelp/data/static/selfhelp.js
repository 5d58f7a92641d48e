/* Small helps on top of screens that work without them: leaving fast, keeping what is typed, sharing and printing papers.
   What is typed is kept in this tab's memory only (line.js has the one exception). */
(function () {
  'use strict';
  var kept = {};
  var aside = {};
  var waits = false;  /* whether something in `kept` was not sent */
  var REVIEW = 'ID my_answers';
  var lineChanged = '';  /* the address of the "Change" that was pressed last */
  var LEFT = 'recetas';  /* the name of a tab that somebody left fast: in its memory only, and it goes with the tab */
  var LONG = 2000;  /* letters: about a page of the declaration */
  var FORM_NUMBER = /\b([A-Z]+-\d+[A-Z]?)\b/;
  var entriesBefore = window.history.length;

  /* docassemble writes the number of the step into the address, and the browser keeps it: "#page162" tells how long somebody has been here. */
  function neutral(name) {
    var plain = window.history[name];
    window.history[name] = function (state, title, address) {
      return plain.call(window.history, state, '', typeof address === 'string' ? address.split('#')[0] : address);
    };
  }
  neutral('pushState');
  neutral('replaceState');

  function hide() {
    document.documentElement.style.visibility = 'hidden';
    document.title = '';
  }

  /* Blank first. docassemble leaves an entry in the browser's history for each screen: go back over all of them, so that the harmless page
     stands in place of the first (and that page then cuts off the rest). */
  function leave(address) {
    var gone = false;
    function replace() { if (!gone) { gone = true; window.location.replace(address); } }
    hide();
    window.onpopstate = null;
    try { window.sessionStorage.clear(); } catch (refused) { /* the tab keeps nothing */ }
    window.name = LEFT;
    var entries = window.history.length - entriesBefore;
    if (entries < 1) { replace(); return; }
    window.addEventListener('popstate', replace);
    window.history.go(-entries);
    window.setTimeout(replace, 300);
  }

  /* Somebody presses Back on the harmless page, and an older entry is still there: the screen does not come back. The bar has hidden it already
     (interview/look.py), before anything was painted; a page that the browser kept whole is hidden here. */
  function wayBack(again) {
    var visit = window.performance && window.performance.getEntriesByType ? window.performance.getEntriesByType('navigation')[0] : null;
    var link = document.querySelector('[data-leave]');
    if (window.name === LEFT && link && (again || (visit && visit.type === 'back_forward'))) {
      hide();
      window.location.replace(link.href);
    } else {
      window.name = '';
    }
  }

  /* Over plain HTTP, WebKit keeps a page whole for Back although each of ours forbids it: the words of a code, answers that were erased since,
     another family's. It goes blank as it is left, and is asked for anew. A page that only a form brings has the address of the form's page. */
  function blankWhenKept(event) { if (event.persisted) { document.documentElement.style.visibility = 'hidden'; } }
  function askAnew() {
    var place = document.querySelector('[data-here]');
    window.location.replace(place ? place.dataset.here : window.location.href.split('#')[0]);
  }
  window.addEventListener('pagehide', blankWhenKept);
  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) { return; }
    if (window.name === LEFT) { wayBack(true); } else { askAnew(); }
  });

  function screen() {
    var name = document.querySelector('#daform [name=_question_name]');
    return name ? name.value : '';
  }

  function fields() {
    return Array.prototype.filter.call(document.querySelectorAll('#daform input, #daform textarea, #daform select'), function (field) {
      return field.id && field.type !== 'hidden' && field.type !== 'file' && field.type !== 'submit';
    });
  }

  /* Screens of different things that happened have fields of the same name; an unnamed box ("none of these") has an id only. */
  function identity(field) {
    return screen() + ' ' + (field.type === 'radio' ? field.name + '=' + field.value : field.name || field.id);
  }

  function isChanged(field) {
    if (field.tagName === 'SELECT') {
      var chosen = Array.prototype.filter.call(field.options, function (one) { return one.defaultSelected; })[0] || field.options[0];
      return Boolean(chosen) && !chosen.selected;
    }
    return field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  }

  function keep() {
    if (fields().length) { kept = {}; waits = fields().some(isChanged); }
    fields().forEach(function (field) {
      kept[identity(field)] = field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value;
    });
  }

  /* Only the next screen with fields gets back what was kept, so that it never lands in the answer about something else. */
  function restore() {
    var found = fields();
    if (!found.length) { return; }
    found.forEach(function (field) {
      var name = identity(field);
      if (!Object.prototype.hasOwnProperty.call(kept, name)) { return; }
      var value = kept[name];
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.checked !== value) { field.checked = value; field.dispatchEvent(new Event('change', { bubbles: true })); }
      } else if (field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    kept = {};
  }

  /* From the review another answer is changed: what was typed before waits until the review leads back. */
  function setAside() {
    if (Object.keys(kept).length) { aside = kept; }
    kept = {};
  }

  function takeBack() {
    if (Object.keys(kept).length) { return; }
    kept = aside;
    aside = {};
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a, button') : null;
    if (!link) { return; }
    if (link.hasAttribute('data-leave')) {
      event.preventDefault();
      event.stopPropagation();
      leave(link.href);
    } else if (link.closest('.toolbar')) {
      keep();
    } else if (link.hasAttribute('data-away') && waits && Object.keys(kept).length) {
      if (!window.confirm(document.querySelector('.toolbar').dataset.away)) { event.preventDefault(); event.stopPropagation(); }
    } else if (link.classList.contains('change')) {
      lineChanged = link.href;
      if (screen() === REVIEW) { setAside(); }
    } else if (screen() === REVIEW) {
      if (link.tagName === 'A') { setAside(); } else if (link.type === 'submit') { takeBack(); }
    }
  }, true);

  /* Three times Escape or three times Shift and nothing between. Browsers take one more Escape as "stop", which must not stop the leaving. */
  var lastKey = '';
  var times = 0;
  document.addEventListener('keydown', function (event) {
    if (event.repeat) { return; }
    times = event.key === lastKey ? times + 1 : 1;
    lastKey = event.key;
    var link = document.querySelector('[data-leave]');
    if (times < 3 || !link || (event.key !== 'Escape' && event.key !== 'Shift')) { return; }
    event.preventDefault();
    if (times === 3) { leave(link.href); }
  });
  document.addEventListener('pointerdown', function () { times = 0; });

  function addButton(place, label, action) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link paper-link';
    button.textContent = label;
    button.addEventListener('click', action);
    place.appendChild(button);
  }

  function share(link) {
    fetch(link.href, { credentials: 'same-origin', headers: { Accept: 'text/html,application/pdf' } }).then(function (answer) {
      if (!answer.ok || answer.headers.get('Content-Type') !== 'application/pdf') { window.location.assign(link.href); return null; }
      return answer.blob();
    }).then(function (blob) {
      if (!blob) { return; }
      var file = new File([blob], link.getAttribute('download'), { type: 'application/pdf' });
      if (navigator.canShare && navigator.canShare({ files: [file] })) { navigator.share({ files: [file] }).catch(function () {}); }
    }).catch(function () { window.location.assign(link.href); });
  }

  function papers() {
    var words = document.querySelector('[data-words]');
    if (!words) { return; }
    document.querySelectorAll('a[data-paper="pdf"]').forEach(function (link) {
      if (link.dataset.ready) { return; }
      link.dataset.ready = 'yes';
      if (navigator.canShare) { addButton(link.parentNode, words.dataset.share, function () { share(link); }); }
      if (document.querySelector('.preview')) { addButton(link.parentNode, words.dataset.print, function () { window.print(); }); }
    });
  }

  /* After a change the long list of answers is shown where the change was made, with its card open. */
  function backToTheLine() {
    var line = Array.prototype.filter.call(document.querySelectorAll('a.change'), function (one) { return one.href === lineChanged; })[0];
    if (!line) { return false; }
    lineChanged = '';
    for (var card = line.closest('details'); card; card = card.parentElement.closest('details')) { card.open = true; }
    line.scrollIntoView({ block: 'center', behavior: 'instant' });
    line.focus({ preventScroll: true });
    return true;
  }

  /* docassemble gives the focus to the first field, so that whoever listens or goes by the keyboard misses the question. After a refused answer
     it goes to the field in question. */
  function focusQuestion() {
    if (backToTheLine()) { return; }
    var place = document.querySelector('#daform .is-invalid, #daform [aria-invalid=true]') || document.getElementById('daMainQuestion');
    if (place) { place.focus({ preventScroll: place.id === 'daMainQuestion' }); }
  }

  /* Beyond a page, a box is hard to read for whoever reads it. Nothing is cut and nothing refused: it is said, once for each box. */
  function sayWhenLong(box) {
    var bar = document.querySelector('nav.toolbar');
    var hint = box.parentNode.querySelector('.long');
    if (box.value.length <= LONG) { if (hint) { hint.remove(); } return; }
    if (hint || !bar || !bar.dataset.long) { return; }
    hint = document.createElement('p');
    hint.className = 'long';
    hint.setAttribute('role', 'status');
    box.parentNode.insertBefore(hint, box.nextSibling);
    hint.textContent = bar.dataset.long;
  }

  /* The number of a form is one word: a browser breaks "I-862" after its hyphen. The text itself stays as it is, to be read, searched and copied. */
  function keepFormNumbersWhole() {
    var walker = document.createTreeWalker(document.getElementById('daquestion') || document.body, NodeFilter.SHOW_TEXT);
    var found = [];
    while (walker.nextNode()) {
      if (FORM_NUMBER.test(walker.currentNode.data) && !walker.currentNode.parentNode.closest('textarea, option, script, .whole')) {
        found.push(walker.currentNode);
      }
    }
    found.forEach(function (text) {
      // One element, as the text was: where the pieces of a line are laid out side by side, it stays one of them
      var parts = document.createElement('span');
      text.data.split(FORM_NUMBER).forEach(function (part, number) {
        var piece = document.createElement('span');
        piece.className = 'whole';
        piece.textContent = part;
        parts.appendChild(number % 2 ? piece : document.createTextNode(part));
      });
      text.parentNode.replaceChild(parts, text);
    });
  }

  function ready() {
    window.setTimeout(focusQuestion, 30);
    keepFormNumbersWhole();
    document.querySelectorAll('.number-entry').forEach(function (field) { field.setAttribute('inputmode', 'numeric'); });
    document.querySelectorAll('.phone-entry').forEach(function (field) { field.setAttribute('inputmode', 'tel'); });
    restore();
    document.querySelectorAll('#daform textarea').forEach(sayWhenLong);
    papers();
  }

  /* The phone's own keyboard makes the page shorter instead of lying over its foot, where the way out is. */
  function makeRoomForTheKeyboard() {
    var view = document.querySelector('meta[name=viewport]');
    if (view) { view.content += ', interactive-widget=resizes-content'; }
  }

  /* Leaving has to work without a signal too: the harmless page is fetched while there is one. */
  function haveTheWayOutReady() {
    var link = document.querySelector('[data-leave]');
    if (link && window.fetch) { window.fetch(link.href, { credentials: 'same-origin' }).catch(function () {}); }
  }

  document.addEventListener('DOMContentLoaded', function () {
    wayBack(false);
    window.setTimeout(haveTheWayOutReady, 1000);
    makeRoomForTheKeyboard();
    document.addEventListener('input', function (event) { if (event.target.tagName === 'TEXTAREA') { sayWhenLong(event.target); } });
    if (window.jQuery) { window.jQuery(document).on('daPageLoad', ready); }
    ready();
  });
}());

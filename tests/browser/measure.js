/* What a screen of 360 pixels shows, measured in the page: used by test_access.py. Nothing here waits. */
window.measured = (function () {
  'use strict';
  var TOUCH = 44;

  function all(selector) { return Array.from(document.querySelectorAll(selector)); }

  function shown(one) {
    var box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(one).visibility === 'visible' && !one.closest('.visually-hidden, [hidden]');
  }

  /* docassemble lays a label over each radio button and box, and one around a box is pressed as the box is: the label is what a finger meets. */
  function touched(control) {
    return control.closest('label') || (control.matches('.da-to-labelauty') && document.querySelector('label[for="' + CSS.escape(control.id) + '"]')) || control;
  }

  function controls() {
    var found = all('body :is(a[href], button, input:not([type=hidden]), select, textarea, summary)');
    return found.filter(function (one) { return !one.disabled && shown(touched(one)) && !one.matches('.visually-hidden-focusable, .visually-hidden-focusable *'); });
  }

  function named(one) {
    var box = one.getBoundingClientRect();
    return one.tagName.toLowerCase() + ' "' + (one.innerText || one.name || one.id).trim().slice(0, 60) + '" ' + Math.round(box.width) + 'x' + Math.round(box.height);
  }

  /* A link inside a sentence has the height of its line (WCAG 2.2, success criterion 2.5.8, exception "inline"). */
  function inSentence(one) {
    if (one.tagName !== 'A' || getComputedStyle(one).display !== 'inline') { return false; }
    var around = one.closest('p, li, dd, td');
    return Boolean(around) && around.innerText.trim() !== one.innerText.trim();
  }

  function small() {
    return controls().filter(function (one) { return !inSentence(one); }).map(touched).filter(function (one) {
      var box = one.getBoundingClientRect();
      return box.height < TOUCH - 0.5 || box.width < TOUCH - 0.5;
    }).map(named);
  }

  /* Text that leaves the screen or its own box. */
  function cut() {
    var wide = document.documentElement.clientWidth;
    return all('body *:not(script, style)').filter(function (one) {
      if (!shown(one) || one.closest('.da-to-labelauty, option')) { return false; }
      var box = one.getBoundingClientRect();
      var hides = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible' && !one.matches('input, textarea, select');
      return box.right > wide + 1 || box.left < -1 || hides;
    }).map(named);
  }

  /* What matches is one word and stands on one line: the number of a form ("I-862"), in a table every word. */
  function broken(within, pattern) {
    var found = [];
    all(within).forEach(function (place) {
      var texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        var text = texts.currentNode;
        if (text.parentNode.closest('textarea, option, script, style') || !shown(text.parentNode)) { continue; }
        Array.from(text.data.matchAll(pattern)).forEach(function (match) {
          var range = document.createRange();
          range.setStart(text, match.index);
          range.setEnd(text, match.index + match[0].length);
          if (new Set(Array.from(range.getClientRects()).map(function (box) { return Math.round(box.top); })).size > 1) { found.push(match[0]); }
        });
      }
    });
    return found;
  }
  function brokenNumbers() { return broken('body', /\b[A-Z]+-\d+[A-Z]?\b/g); }

  /* Each control gets the focus, as Tab gives it; then a finger on its middle and near each edge must meet it and nothing else. */
  function covered() {
    var bar = document.querySelector('[data-leave]');
    return controls().filter(function (one) {
      var target = touched(one);
      one.focus();
      /* In a long text the place of the letters is brought in view, not the box. */
      if (target !== one || one.matches('textarea')) { target.scrollIntoView({ block: 'nearest' }); }
      var box = target.getBoundingClientRect();
      var tall = box.height > bar.getBoundingClientRect().top;
      var x = (box.left + box.right) / 2;
      var y = tall ? Math.max(box.top, 0) + 40 : (box.top + box.bottom) / 2;
      var points = [[x, y], [box.left + 4, y], [box.right - 4, y]].concat(tall ? [] : [[x, box.top + 4], [x, box.bottom - 4]]);
      if (getComputedStyle(target).display === 'inline') { points = [[target.getClientRects()[0].left + 4, target.getClientRects()[0].top + 4]]; }
      return points.some(function (point) {
        var met = document.elementFromPoint(point[0], point[1]);
        return !met || !(target.contains(met) || met === one);
      });
    }).map(named);
  }

  /* The way out lies where a thumb rests, in the lowest quarter, and is large. */
  function outOfReach() {
    return all('[data-leave]').filter(function (one) {
      var box = one.getBoundingClientRect();
      return box.top < window.innerHeight * 0.75 || box.bottom > window.innerHeight || box.height < 48;
    }).map(named);
  }

  function overlapping() {
    var boxes = controls().filter(function (one) { return !one.matches('[data-leave]') && getComputedStyle(one).display !== 'inline'; }).map(touched);
    var found = [];
    boxes.forEach(function (one, place) {
      var a = one.getBoundingClientRect();
      boxes.slice(place + 1).forEach(function (other) {
        var b = other.getBoundingClientRect();
        var across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        var down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (one !== other && !one.contains(other) && !other.contains(one) && across > 1 && down > 1) { found.push(named(one) + ' and ' + named(other)); }
      });
    });
    return found;
  }

  /* Nothing moves while it is measured. */
  if (window.jQuery) { window.jQuery.fx.off = true; }
  var still = document.createElement('style');
  still.textContent = '* { transition: none !important; scroll-behavior: auto !important; }';
  document.head.appendChild(still);
  var shownAt = 0;
  if (window.jQuery) { window.jQuery(document).on('daPageLoad', function () { shownAt = performance.now(); }); }

  return {
    /* docassemble moves the focus 15 milliseconds after it shows a screen, selfhelp.js 30. */
    settled: function () { return performance.now() - shownAt > 32; },
    /* Colors and the size of what is touched come from the style sheet, for one language as for the other. */
    axe: function (inBoth) {
      var looks = !inBoth, rules = { 'target-size': { enabled: looks }, 'color-contrast': { enabled: looks }, 'color-contrast-enhanced': { enabled: looks } };
      return window.axe.run(document, { resultTypes: ['violations'], rules: rules }).then(function (answer) {
        return answer.violations.flatMap(function (rule) {
          return rule.nodes.map(function (node) { return rule.id + ' ' + node.html + ' ' + node.failureSummary; });
        });
      });
    },
    size: function () {
      return { wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, small: small(), cut: cut(), overlapping: overlapping(),
        covered: covered(), outOfReach: outOfReach(), broken: brokenNumbers() };
    },
    flow: function () { return { wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, cut: cut() }; },
    brokenNumbers: brokenNumbers,
    brokenInTables: function () { return broken('.preview td', /[^\s-]+/g); },
    headings: function () { return all('h1').filter(shown).length; },
    focus: function () { return document.activeElement ? document.activeElement.tagName + '#' + document.activeElement.id : ''; },
    fields: function () {
      return all('#daform input:not([type=hidden]), #daform textarea').filter(function (one) { return !one.matches('[type=radio], [type=checkbox]'); })
        .map(function (one) { return { name: one.name, type: one.type, autocomplete: one.autocomplete || one.form.autocomplete, inputmode: one.inputMode }; });
    },
    /* Everything empty, then docassemble's own check; how many answers it has to miss. */
    leaveEmpty: function () {
      var form = window.jQuery('#daform');
      if (!document.querySelector('#daform .da-field-container')) { return 0; }
      form.find('input[type=radio], input[type=checkbox]').prop('checked', false);
      form.find('input[type=text], textarea, select').val('');
      form.valid();
      return all('#daform .darequired').filter(shown).length;
    },
    errors: function () {
      return all('#daform [aria-invalid=true]').filter(function (one) { return shown(touched(one)); }).map(function (one) {
        var ids = ((one.getAttribute('aria-describedby') || '') + ' ' + (one.getAttribute('aria-errormessage') || '')).trim().split(/\s+/);
        var texts = ids.map(function (id) { var said = id && document.getElementById(id); return said && shown(said) ? said.innerText.trim() : ''; });
        return { field: named(one), described: one.hasAttribute('aria-describedby'), text: texts.filter(Boolean)[0] || '' };
      });
    },
    names: function () {
      return Array.from(new Set(all('[class], [id]').reduce(function (found, one) { return found.concat(Array.from(one.classList), one.id || []); }, [])));
    },
    fetchedLate: function () {
      return performance.getEntriesByType('resource').map(function (one) { return one.name; }).filter(function (name) { return /left_out/.test(name); });
    },
    openEverything: function () {
      all('details').forEach(function (one) { one.open = true; });
      all('.dashowif[data-showif-sign="1"]').forEach(function (one) {
        var control = all('#daform [name="' + CSS.escape(one.dataset.showifVar) + '"]').filter(function (field) {
          return field.type === 'radio' ? field.value === one.dataset.showifVal : field.type !== 'hidden';
        })[0];
        if (!control) { return; }
        if (control.type === 'radio') { control.checked = true; } else { control.value = one.dataset.showifVal; }
        window.jQuery(control).trigger('change');
      });
    }
  };
}());

/* Stand-ins for the parts of docassemble's script that no screen of ours uses (server/web/page_scripts.py). The first page that asks for one of
   them after all gets all of them, there and then: the script of another interview runs as it always did. */
(function ($) {
  'use strict';
  var PARTS = '/static/app/left_out.js';
  var asked = false;
  var standIns = {};

  /* jQuery fetches a script that is needed now and runs it before it goes on. Without a signal the next one that asks tries again. */
  function bringAll() {
    if (asked) { return; }
    asked = true;
    var allowed = window.bootstrap.Tooltip.Default.allowList;
    var own = document.querySelector('script[src*="/static/app/bundle.min.js"]');
    $.ajax({ url: own ? own.src.replace('/static/app/bundle.min.js', PARTS) : PARTS, dataType: 'script', async: false, cache: true,
             error: function () { asked = false; } });
    var list = window.bootstrap.Tooltip.Default.allowList;
    if (list !== allowed) { Object.keys(allowed).forEach(function (tag) { list[tag] = (list[tag] || []).concat(allowed[tag]); }); }
  }

  function standInFor(name) {
    standIns[name] = $.fn[name] = function () {
      if (!this.length) { return this; }
      bringAll();
      return $.fn[name] === standIns[name] ? this : $.fn[name].apply(this, arguments);
    };
  }
  ['slider', 'fileinput', 'combobox', 'tab', 'popover', 'tooltip', 'collapse', 'modal', 'dropdown'].forEach(standInFor);

  function Popover(element, options) { bringAll(); return window.bootstrap.Popover === Popover ? this : new window.bootstrap.Popover(element, options); }
  function Signature(canvas) { bringAll(); return window.SignaturePad === Signature ? this : new window.SignaturePad(canvas); }
  var line = { connect: function () { bringAll(); return window.io === line ? null : window.io.connect.apply(window.io, arguments); } };
  window.bootstrap = { Tooltip: { Default: { allowList: { '*': [], a: [], img: [] } } }, Popover: Popover };
  window.SignaturePad = Signature;
  window.io = line;

  /* A rule that the form's checker does not know yet. */
  var validate = $.fn.validate;
  $.fn.validate = function (options) {
    var rules = (options && options.rules) || {};
    var unknown = Object.keys(rules).some(function (field) {
      return typeof rules[field] === 'object' && Object.keys(rules[field]).some(function (rule) { return !$.validator.methods[rule]; });
    });
    if (unknown) { bringAll(); }
    return validate.apply(this, arguments);
  };

  /* What Bootstrap opens by itself; it listens from now on, and hears this press already. */
  document.addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('[data-bs-toggle], [data-bs-dismiss], [data-bs-slide]')) { bringAll(); }
  }, true);
}(window.jQuery));

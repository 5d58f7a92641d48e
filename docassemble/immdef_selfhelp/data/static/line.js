/* A bad line: the screen stays, an answer that got no reply is tried again by itself, and none is taken twice.
   Everything here is in this tab's memory only, but for a draft on a phone that is the family's alone (docs/adr/013). Needs docassemble's own script (1.10.13) for sending and for showing a screen. */
(function () {
  'use strict';
  var TRIES = 7;
  var PATIENCE = 20000;
  var SLOW = 4000;
  var NO_REPLY = [0, 408, 429];  /* and every fault of the server */
  var REFUSED = [400, 403, 404, 413];
  var pressed = null;  /* the button of the answer that is on its way, or whose fate nobody knows */
  var sent = '';  /* what the answer on its way holds */
  var doubt = false;
  var tries = 0;
  var timer = null;
  var slow = null;
  var asking = null;
  var ownHidden = [];
  var unsent = false;
  var saidSaved = false;
  var draft = null;
  var old = '';  /* why the server no longer takes what is typed here: the name of the words that say so */
  var DRAFT = 'nota';
  var LEFT = 'recetas';
  var tabs = window.BroadcastChannel ? new window.BroadcastChannel('recetas') : null;

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  function words() { return document.querySelector('.toolbar').dataset; }

  function say(text) {
    var note = document.querySelector('#daform .no-answer');
    if (!note) {
      note = document.createElement('p');
      note.className = 'alert alert-warning no-answer';
      note.setAttribute('role', 'alert');
      var place = document.querySelector('#daform .da-field-buttons') || document.querySelector('#daquestion h1');
      place.parentNode.insertBefore(note, place);
    }
    if (note.textContent === text) { return; }
    note.textContent = text;
    note.scrollIntoView({ block: 'center' });
  }

  /* Whether what stands on this screen is with the server. In doubt it is not. That all is saved is said once, and again on a screen that said
     it is not: under every screen nobody reads it any more. */
  function tell(saved) {
    var place = document.querySelector('#daform .da-field-buttons');
    if (!place || !document.querySelector('#daform input:not([type=hidden]), #daform textarea, #daform select')) { return; }
    var state = document.querySelector('#daform .saved');
    if (saved && !state && saidSaved) { return; }
    saidSaved = saidSaved || saved;
    if (!state) {
      state = document.createElement('p');
      state.className = 'saved';
      state.setAttribute('role', 'status');
      place.parentNode.insertBefore(state, place);
    }
    var text = saved ? words().saved : words().unsaved;
    if (state.textContent !== text) { state.textContent = text; }
  }

  /* docassemble puts the buttons to sleep, a moment after it sends, makes them grey, and adds hidden fields that would be sent twice. */
  function wake() {
    all('#daform button[type=submit]').forEach(function (button) {
      button.disabled = false;
      button.className = button.dataset.awake || button.className;
    });
    all('#daform input[type=hidden]').forEach(function (field) {
      if (ownHidden.indexOf(field) < 0) { field.parentNode.removeChild(field); }
    });
  }

  /* Something was asked of the server, and nothing has come for a while. */
  function waiting() {
    window.clearTimeout(slow);
    slow = window.setTimeout(function () { if (window.daRequestPending && !doubt) { say(words().slow); } }, SLOW);
  }

  function rest() {
    window.clearTimeout(timer);
    window.clearTimeout(slow);
    if (asking) { asking.abort(); asking = null; }
  }

  function noReply() {
    window.daRequestPending = false;
    window.setTimeout(wake, 50);
    if (window.daHideSpinner) { window.daHideSpinner(); }
    rest();
    if (!pressed) { say(words().noAnswer); return; }
    doubt = true;
    tell(false);
    tries += 1;
    if (tries > TRIES) { say(words().noAnswer); return; }
    say(words().again);
    window.jQuery.ajaxSetup({ timeout: PATIENCE * Math.min(tries + 1, 3) });
    timer = window.setTimeout(ask, Math.min(1500 * Math.pow(2, tries), 60000));
  }

  /* The server will not take this, however often it is sent. docassemble would put its error in place of the screen. */
  function refused() {
    window.daRequestPending = false;
    window.setTimeout(wake, 50);
    if (window.daHideSpinner) { window.daHideSpinner(); }
    rest();
    doubt = false;
    tell(false);
    say(words().refused);
  }

  /* Which question a form asks, of which thing that happened: its names without what is typed. */
  function question(form) {
    if (!form) { return ''; }
    return Array.prototype.map.call(form.querySelectorAll('[name]'), function (field) {
      var told = field.type !== 'hidden' ? '' : ['_question_name', '_varnames', '_datatypes', '_ignore_about'].indexOf(field.name) < 0 ? null : field.value;
      return told === null ? '' : field.name + '=' + told;
    }).filter(Boolean).join(' ');
  }

  /* The reply was lost, so the server may have the answer already. It is asked for its screen: the same one means that the answer never came. */
  function ask() {
    rest();
    wake();
    var form = document.getElementById('daform');
    var before = question(form);
    window.daRequestPending = true;
    asking = window.jQuery.ajax({ type: 'POST', url: window.daInterviewUrl, data: 'csrf_token=' + window.daCsrf + '&ajax=1' });
    asking.done(function (data) {
      asking = null;
      var body = data.body && new DOMParser().parseFromString(data.body, 'text/html');
      window.daRequestPending = false;
      doubt = false;
      if (body && question(body.getElementById('daform')) === before) {
        pressed.click();
      } else if (JSON.stringify(typedNow()) !== sent) {
        /* The answer had come, and more was written while nobody knew. */
        old = 'late';
        tell(false);
        say(words().late);
      } else {
        window.daProcessAjax(data, form, 1);
      }
    }).fail(function (answer, status) {
      if (status === 'abort') { return; }
      asking = null;
      window.daProcessAjaxError(answer, status, '');
    });
  }

  function askNow() {
    if (!doubt) { return; }
    tries = 0;
    ask();
  }

  function keepTheScreen() {
    var docassembles = window.daProcessAjaxError;
    if (!docassembles) { return; }
    window.daProcessAjaxError = function (answer, status, problem) {
      if (!document.querySelector('.toolbar') || !document.querySelector('#daquestion h1')) { docassembles(answer, status, problem); return; }
      if (NO_REPLY.indexOf(answer.status) >= 0 || answer.status >= 500) {
        noReply();
      } else if (REFUSED.indexOf(answer.status) >= 0) {
        refused();
      } else {
        docassembles(answer, status, problem);
      }
    };
    window.jQuery.ajaxSetup({ timeout: PATIENCE });
  }

  function toFill() {
    return all('#daform input[id], #daform textarea[id], #daform select[id]').filter(function (field) {
      return ['hidden', 'file', 'submit', 'password'].indexOf(field.type) < 0;
    });
  }

  function typedNow() {
    return toFill().map(function (field) { return [field.id, isTicked(field) ? field.checked : field.value]; });
  }

  function isTicked(field) { return field.type === 'radio' || field.type === 'checkbox'; }

  /* A phone short of memory puts a tab away and later loads it anew, empty. Where the family said that only they use the phone, the tab keeps
     what is typed meanwhile. Never after "leave fast". */
  function keepDraft() {
    if (!unsent || words().draft === undefined || window.name === LEFT) { return; }
    try {
      window.sessionStorage.setItem(DRAFT, JSON.stringify({ question: whatIsAsked(), told: typedNow() }));
    } catch (refused) { /* the tab keeps nothing, or has no room: what is typed is in memory still */ }
  }

  function readDraft() {
    try { draft = JSON.parse(window.sessionStorage.getItem(DRAFT)); } catch (refused) { draft = null; }
  }

  /* docassemble prepares a screen more than once: the draft goes in again until somebody types or sends. */
  function takeDraft() {
    if (!draft || words().draft === undefined || draft.question !== whatIsAsked()) { return; }
    draft.told.forEach(function (one) {
      var field = document.getElementById(one[0]);
      if (!field || (isTicked(field) ? field.checked : field.value) === one[1]) { return; }
      if (isTicked(field)) { field.checked = one[1]; } else { field.value = one[1]; }
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    unsent = true;
    tell(false);
  }

  function whatIsAsked() { return question(document.getElementById('daform')); }

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('a, button') : null;
    if (!button) { return; }
    if (button.type === 'submit' && button.closest('#daform')) {
      if (old) {
        event.preventDefault();
        event.stopPropagation();
        if (unsent) { say(words()[old]); } else { window.location.reload(); }
        return;
      }
      pressed = button;
      draft = null;
      if (!doubt) { sent = JSON.stringify(typedNow()); }
      if (doubt) { event.preventDefault(); event.stopPropagation(); askNow(); }
    } else if (button.matches('.toolbar a, [data-embaction], .da-review-action, .daquestionbackbutton')) {
      rest();
      pressed = null;
      doubt = false;
    }
    waiting();
  }, true);

  /* Somebody goes on writing: nothing half written is sent by itself. */
  function typed(event) {
    if (!event.target.closest('#daform')) { return; }
    if (event.isTrusted) { draft = null; }
    unsent = true;
    tell(false);
    if (doubt) { rest(); window.daRequestPending = false; say(words().noAnswer); }
  }
  document.addEventListener('input', typed);
  document.addEventListener('change', typed);
  window.addEventListener('online', function () {
    var note = document.querySelector('#daform .no-answer');
    if (note && note.textContent === words().again) { askNow(); }
  });

  function forgetDraft() {
    try { window.sessionStorage.removeItem(DRAFT); } catch (refused) { /* nothing was kept */ }
  }

  /* A tab that wakes up with what was typed needs nothing kept: a draft of one thing must never wait for the next. */
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') { keepDraft(); } else { forgetDraft(); } });
  document.addEventListener('resume', forgetDraft);
  document.addEventListener('freeze', keepDraft);
  window.addEventListener('pagehide', keepDraft);

  if (tabs) {
    tabs.onmessage = function (message) {
      if (message.data === whatIsAsked() || !document.querySelector('.toolbar')) { return; }
      old = 'old';
      if (unsent) { say(words().old); }
    };
  }

  function ready() {
    rest();
    forgetDraft();
    pressed = null;
    doubt = false;
    unsent = document.querySelector('#daform .da-has-error, #daflash .alert') !== null;
    old = '';
    tries = 0;
    if (tabs) { tabs.postMessage(whatIsAsked()); }
    ownHidden = all('#daform input[type=hidden]');
    if (window.jQuery) { window.jQuery.ajaxSetup({ timeout: PATIENCE }); }
    all('#daform button[type=submit]').forEach(function (button) { button.dataset.awake = button.className; });
    tell(!unsent);
    takeDraft();
  }

  document.addEventListener('DOMContentLoaded', function () {
    keepTheScreen();
    if (window.jQuery) { window.jQuery(document).on('daPageLoad', ready); }
    readDraft();
    ready();
  });
}());

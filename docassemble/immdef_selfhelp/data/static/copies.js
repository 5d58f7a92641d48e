/* A way to see the password that is being typed. Without this script it stays hidden, and everything works. */
(function () {
  'use strict';
  var place = document.querySelector('[data-show]');
  if (!place) { return; }
  var box = document.createElement('input');
  var label = document.createElement('label');
  box.type = 'checkbox';
  box.className = 'form-check-input';
  label.className = 'show-password';
  label.appendChild(box);
  label.appendChild(document.createTextNode(' ' + place.dataset.show));
  place.appendChild(label);
  box.addEventListener('change', function () {
    Array.prototype.forEach.call(document.querySelectorAll('#password, #again'), function (field) { field.type = box.checked ? 'text' : 'password'; });
  });
}());

"""Starting and stopping the processes of the server so that none is ever left behind."""
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from typing import IO

from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem


def spawn(command: Sequence[str], *, stop: str = 'TERM', user: str | None = None, env: Mapping[str, str] | None = None,
          keep_open: Sequence[int] = (), output: IO[bytes] | int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """Start a process that cannot outlive this one.

    `setpriv --pdeathsig` makes the kernel send the signal `stop` when this process dies, even of SIGKILL. A session of its own keeps the
    terminal's Ctrl-C and hang-up from reaching it before we do. `user` is a system user to become. It works in `/`: Python and gunicorn look
    for modules where they are started, and a folder with a half of our package there would hide the installed one.
    """
    setpriv = shutil.which('setpriv', path='/usr/bin:/bin:/usr/sbin:/sbin')
    if setpriv is None:
        raise ServerProblem('The command setpriv is missing. Install it:\n    sudo apt-get install util-linux', Exit.MISSING)
    become = ['--reuid', user, '--regid', user, '--clear-groups'] if user else []
    return subprocess.Popen([setpriv, '--pdeathsig', stop, *become, *command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                            env=env, cwd='/', start_new_session=True, pass_fds=tuple(keep_open))


def stop(process: subprocess.Popen[bytes], with_signal: signal.Signals, seconds: float) -> None:
    """Ask a process to end, and end it by force when it has not done so in time."""
    if process.poll() is None:
        process.send_signal(with_signal)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

"""Makes a fresh machine ready and starts Verkstad: `python3 verkstad.py [test ... | bench ... | what workshop takes]`.
Only the standard library, and nothing newer than Python 3.6, so that an old Python can say that it is too old."""
import ctypes, hashlib, importlib.util, os, shutil, subprocess, sys  # noqa: E401, I001
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, LOCK, LOG = ROOT / ".venv", ROOT / ".verkstad.lock", ROOT / ".verkstad.log"
BIN = "Scripts/%s.exe" if os.name == "nt" else "bin/%s"
PYTHON, WORKSHOP = str(VENV / (BIN % "python")), str(VENV / (BIN % "workshop"))
LIBRARIES = {"libglib2.0-0": "libglib-2.0.so.0", "libgl1": "libGL.so.1", "libegl1": "libEGL.so.1", "libdbus-1-3":
             "libdbus-1.so.3", "libxkbcommon0": "libxkbcommon.so.0", "libfontconfig1": "libfontconfig.so.1",
             "libgssapi-krb5-2": "libgssapi_krb5.so.2", "libxcb-cursor0": "libxcb-cursor.so.0", "libxkbcommon-x11-0":
             "libxkbcommon-x11.so.0", "libxcb-icccm4": "libxcb-icccm.so.4", "libxcb-keysyms1": "libxcb-keysyms.so.1",
             "libxcb-shape0": "libxcb-shape.so.0"}


def whole():
    """The file whose presence says that .venv is whole; its name tells what .venv was made for and from."""
    made_from = [(ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml")]
    return VENV / ("whole-" + hashlib.sha256(repr([sys.version_info[:2], str(ROOT), made_from]).encode()).hexdigest())


def missing_packages():
    """The Debian packages without which .venv or Qt cannot come to life on this Linux."""
    missing = [] if shutil.which("uv") or importlib.util.find_spec("ensurepip") else ["python3-venv"]
    for package, library in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def run(*command):
    """Runs one step of the set-up, silently unless it fails. The step holds the lock too, should only we be killed."""
    done = subprocess.run(command, cwd=str(ROOT), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, close_fds=False)
    if done.returncode:
        LOG.write_bytes(done.stdout)
        sys.exit("Verkstad kunde inte hämta det som behövs: se till att datorn har nät och starta igen (mer i {0}).\n"
                 "Verkstad could not fetch what it needs: check the network and start again (more in {0}).".format(LOG))


def set_up():
    """Makes .venv anew from what is locked and nothing else; the file that says it is whole comes last."""
    missing = missing_packages() if sys.platform == "linux" else []
    line = "{0}apt-get update && {0}apt-get install -y --no-install-recommends " + " ".join(missing)
    if missing and not (os.geteuid() == 0 and shutil.which("apt-get")):
        sys.exit("Datorn saknar systempaket: kör raden här under och starta sedan igen.\n"
                 "This machine lacks system packages: run the line below, then start again.\n" + line.format("sudo "))
    if missing:
        print("Installerar systempaket / Installing system packages: " + line.format(""), flush=True)
        run("sh", "-c", line.format(""))
    uv, base = shutil.which("uv"), getattr(sys, "_base_executable", sys.executable)
    pip = [uv, "pip", "install", "--python", PYTHON, "--compile-bytecode"] if uv else [PYTHON, "-m", "pip", "install"]
    run(base, "-m", "venv", "--clear", *(["--without-pip"] if uv else []), str(VENV))
    run(*pip, "--only-binary", ":all:", "--require-hashes", "-r", "requirements.lock")
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    run(PYTHON, "-m", "compileall", "-q", "workshop")
    whole().touch()


def main(words):
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        sys.exit("Verkstad behöver Python 3.11 till 3.14: installera en av dem och starta igen med den.\n"
                 "Verkstad needs Python 3.11 to 3.14: install one of them and start again with it.")
    try:
        if not (whole().exists() and os.path.exists(PYTHON)):
            print("Gör Verkstad i ordning. Det tar några minuter. / Setting Verkstad up; a few minutes.", flush=True)
            with open(str(LOCK), "w") as lock:  # waits for another start that is setting up; a dead one lets go
                if os.name == "nt":
                    import msvcrt
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                else:
                    import fcntl
                    fcntl.flock(lock, fcntl.LOCK_EX)
                os.set_inheritable(lock.fileno(), True)
                if not (whole().exists() and os.path.exists(PYTHON)):
                    set_up()
    except KeyboardInterrupt:
        sys.exit("Avbrutet. Nästa start börjar om från början.\nInterrupted. The next start begins anew.")
    except OSError as problem:
        sys.exit("Verkstad måste få skriva i {0}: ge dig själv skrivrätt eller flytta mappen, och starta igen ({1}).\n"
                 "Verkstad may not write in {0}: allow it, then start again ({1}).".format(ROOT, problem.strerror))
    if words[:1] in (["test"], ["bench"]):
        os.chdir(str(ROOT))
        command = [PYTHON, "-m"] + (["pytest", "-n", "2"] if words[0] == "test" else ["tests.bench"]) + words[1:]
    elif words or sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        command = [WORKSHOP] + words
    else:
        folder = os.path.join(os.environ.get("VERKSTAD_HOME") or os.path.expanduser("~"), "verkstad-demo")
        command = [WORKSHOP, "demo", "--out", folder]
        print("Ingen skärm hittades: exempelpasset spelas upp utan fönster, och bilder och PDF läggs i {0}\n"
              "No screen was found: playing the example session, pictures and PDF go to {0}".format(folder), flush=True)
    sys.exit(subprocess.call(command)) if os.name == "nt" else os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])

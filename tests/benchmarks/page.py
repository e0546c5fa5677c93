"""What a page weighs and when its first chart is seen, in a browser whose network and processor are slowed down to a cheap telephone's.

Run it with `python -m tests.benchmarks.page [SITE] [--runs N]` from the top of the repository, after a build. The server packs
what it sends, as hosts of pages do.
"""

import argparse
import functools
import gzip
import http.server
import statistics
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.measure import ROOT, keep

CHROMIUM = "/usr/bin/chromium"
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Bytes a second and milliseconds, as Lighthouse slows a telephone down."""
SLOWER = 4
"""How many times slower the processor is made."""
TELEPHONE = {"width": 390, "height": 844}
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")
SEEN = """
new Promise(done => {
  const look = () => {
    const chart = [...document.querySelectorAll("svg[role=img]")].find(one => one.getClientRects().length);
    chart ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
  };
  look();
})
"""


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with its texts packed, and logs nothing."""

    def do_GET(self) -> None:
        """Answer one request."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing for each request."""


def main() -> None:
    """Open the home page, if it has a chart, and the pages of two figures, and print and keep what came of it."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("site", type=Path, nargs="?", default=ROOT / "build" / "site")
    wanted.add_argument("--runs", type=int, default=3)
    chosen = wanted.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packing, directory=str(chosen.site.resolve())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    charts = [path.parent.relative_to(chosen.site).as_posix() for path in sorted(chosen.site.glob("figures/*/index.html")) if 'role="img"' in path.read_text(encoding="utf-8")]
    home = [""] if 'role="img"' in (chosen.site / "index.html").read_text(encoding="utf-8") else []
    results = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for page in [*home, *(f"{chart}/" for chart in charts[:2])]:
            found = [opened(browser, f"http://127.0.0.1:{server.server_address[1]}/{page}") for _ in range(chosen.runs)]
            told = {name: statistics.median(one[name] for one in found) for name in found[0]}
            results[page or "home"] = told
            print(f"/{page}: {told['bytes'] / 1000:.0f} kB in {told['requests']:.0f} requests, painted after {told['painted']:.0f} ms, first chart after {told['chart']:.0f} ms", flush=True)
        browser.close()
    server.shutdown()
    keep("page", {"runs": chosen.runs, "pages": results})


def opened(browser: Browser, address: str) -> dict[str, float]:
    """Open a page for the first time: bytes sent, requests, milliseconds to the first paint and to the first chart."""
    context = browser.new_context(viewport=TELEPHONE, device_scale_factor=2)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    sent: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    for command, settings in (("Network.enable", {}), ("Network.emulateNetworkConditions", SLOW_4G), ("Emulation.setCPUThrottlingRate", {"rate": SLOWER})):
        devtools.send(command, settings)
    page.goto(address, wait_until="commit")
    chart = float(page.evaluate(SEEN))
    page.wait_for_load_state("networkidle")
    painted = float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))
    context.close()
    return {"bytes": sum(sent), "requests": len(sent), "painted": painted, "chart": chart}


if __name__ == "__main__":
    main()

//! A browser without a window, driven through chromedriver over its plain HTTP protocol (W3C WebDriver).

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A running browser with one page.
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// Where the browser keeps what it needs while it runs.
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts a browser that reaches no host, none where chromedriver is not installed.
    pub(crate) fn start() -> Option<Self> {
        let driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = driver.ok()?;
        let mut told = BufReader::new(driver.stdout.take().expect("a pipe")).lines();
        let port = told.find_map(|line| {
            let line = line.expect("a line");
            line.split("started successfully on port ").nth(1)?.trim_end_matches('.').parse().ok()
        });
        // What it says later must not block it.
        std::thread::spawn(move || told.for_each(drop));
        let profile = tempfile::tempdir().expect("a folder");
        let mut browser = Self { driver, port: port.expect("a port"), session: String::new(), _profile: profile };
        let folder = format!("--user-data-dir={}", browser._profile.path().display());
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            &folder,
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": args}}}});
        let started = browser.ask("POST", "/session", Some(&wanted));
        started["sessionId"].as_str().expect("a session").clone_into(&mut browser.session);
        Some(browser)
    }

    /// Opens a page.
    pub(crate) fn open(&self, url: &str) {
        self.post("url", &json!({"url": url}));
    }

    /// Runs the body of a function in the page and returns what it returns.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    /// Runs the body of a function whose last argument takes the result.
    pub(crate) fn run_async(&self, script: &str) -> Value {
        self.post("execute/async", &json!({"script": script, "args": []}))
    }

    /// Sends a command of the developer tools' protocol.
    pub(crate) fn tool(&self, command: &str, params: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": params}))
    }

    /// Presses keys on the element that a selector finds.
    pub(crate) fn press(&self, selector: &str, keys: &str) {
        self.post(&format!("element/{}/value", self.element(selector)), &json!({"text": keys}));
    }

    /// Clicks on the element that a selector finds.
    pub(crate) fn click(&self, selector: &str) {
        self.post(&format!("element/{}/click", self.element(selector)), &json!({}));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post("element", &json!({"using": "css selector", "value": selector}));
        let element = found.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        element.unwrap_or_else(|| panic!("no {selector}: {found}")).to_owned()
    }

    /// Sends a command of the session.
    pub(crate) fn post(&self, command: &str, body: &Value) -> Value {
        self.ask("POST", &format!("/session/{}/{command}", self.session), Some(body))
    }

    /// Ends the browser.
    fn end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let (session, port) = (&self.session, self.port);
        write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        stream.read(&mut [0]).map(drop)
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the driver answers");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .expect("a request");
        let mut reader = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).expect("a head");
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse::<u64>().ok();
            }
            if line.is_empty() {
                break;
            }
        }
        let mut answer = String::new();
        reader.take(length.expect("a length")).read_to_string(&mut answer).expect("a body");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{method} {path}: {value}");
        value
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Also where a test has failed: a browser that nobody ends stays. Whether it could be told is no matter of
        // the test any more.
        let _ = self.end();
        // It may have gone already; nothing depends on how it ended.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

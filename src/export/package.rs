//! Parts put together as one compressed file, which is what Office files are. No date of making: the
//! same parts always give the same bytes.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What every part in XML begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A package that is being put together.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub(super) fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::with_capacity(1 << 20))),
        }
    }

    /// A part in XML, without its declaration.
    pub(super) fn xml(&mut self, name: &str, text: &str) -> ZipResult<()> {
        self.file(name, CompressionMethod::Deflated)?;
        self.zip.write_all(DECLARATION.as_bytes())?;
        Ok(self.zip.write_all(text.as_bytes())?)
    }

    /// A picture; pixels are small already.
    pub(super) fn picture(&mut self, name: &str, bytes: &[u8]) -> ZipResult<()> {
        let method = if name.ends_with(".png") {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        self.file(name, method)?;
        Ok(self.zip.write_all(bytes)?)
    }

    fn file(&mut self, name: &str, method: CompressionMethod) -> ZipResult<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)
    }

    pub(super) fn bytes(self) -> ZipResult<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}

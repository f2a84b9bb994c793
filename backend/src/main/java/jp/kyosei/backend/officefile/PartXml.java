package jp.kyosei.backend.officefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML of one part as a stream. Document types, and with them all entities, are refused; so is nesting deeper
 * than any workbook has, and a single tag, text or comment that would fill the memory.
 */
public final class PartXml {
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";
    private static final int DEEPEST = 100;

    /** More bytes than one cell's text can take, with every character escaped. */
    private static final int MOST_BETWEEN_EVENTS = 4 * 1024 * 1024;

    private PartXml() {}

    /** What listens to a part; elements are known by their local names and the depth at which they stand. */
    public abstract static class Listener {
        /** @param depth 1 for the root */
        public abstract void open(int depth, String name, Attributes attributes);

        /** Text between tags, perhaps in pieces. */
        public void text(char[] characters, int start, int length) {}

        /** The end of an element. */
        public void close(int depth, String name) {}
    }

    /** @throws OfficeFileException if it is no sound XML */
    public static void read(InputStream part, Listener listener) {
        try (Watched watched = new Watched(part)) {
            XMLReader reader = reader();
            Events events = new Events(listener, watched);
            reader.setContentHandler(events);
            reader.setErrorHandler(events);
            reader.setEntityResolver(events);
            reader.parse(new InputSource(watched));
        } catch (SAXParseException e) {
            String message = e.getMessage();
            throw message != null && message.contains("DOCTYPE")
                    ? new OfficeFileException(OfficeFileException.Fault.HOSTILE_XML)
                    : OfficeFileException.broken();
        } catch (SAXException | IOException e) {
            throw OfficeFileException.broken();
        }
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(APACHE + "disallow-doctype-decl", true);
            factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser knows these features", e);
        }
    }

    private static final class Watched extends FilterInputStream {
        private int sinceEvent;

        Watched(InputStream part) {
            super(part);
        }

        void event() {
            sinceEvent = 0;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            sinceEvent += read;
            if (sinceEvent > MOST_BETWEEN_EVENTS) {
                throw OfficeFileException.broken();
            }
        }
    }

    private static final class Events extends DefaultHandler {
        private final Listener listener;
        private final Watched watched;
        private int depth;

        Events(Listener listener, Watched watched) {
            this.listener = listener;
            this.watched = watched;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            watched.event();
            depth++;
            if (depth > DEEPEST) {
                throw OfficeFileException.broken();
            }
            listener.open(depth, localName, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            watched.event();
            listener.close(depth, localName);
            depth--;
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            watched.event();
            listener.text(characters, start, length);
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            throw new OfficeFileException(OfficeFileException.Fault.HOSTILE_XML);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

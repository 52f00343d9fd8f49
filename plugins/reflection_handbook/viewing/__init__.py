"""What the pages are about: plain frozen answers to a reader's questions, a module a page, without any HTML."""

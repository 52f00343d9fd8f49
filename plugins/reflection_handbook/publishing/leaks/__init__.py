"""The leak scan: reads every file of what was built, whatever wrote it. Source: DESIGN, publication rule 6."""

from .codes import plain_codes
from .scan import LeakScan, leak_scan

__all__ = ["LeakScan", "leak_scan", "plain_codes"]

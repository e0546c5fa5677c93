"""Importers: run by an officer, never in a build; they read files that others publish and write drafts and tables."""

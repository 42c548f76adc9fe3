"""What people should look at next, and what their decisions changed; reads dossiers only."""
